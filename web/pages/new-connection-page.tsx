import { useSearch } from '@tanstack/react-router'
import { readConnectionSearch } from '../intake/connections/connection-search.ts'
import { NewConnection } from '../intake/connections/new-connection.tsx'
import { systemOf } from '../intake/connections/systems.ts'
import { connectionWords } from '../intake/connections/words.ts'
import { paths } from '../paths.ts'
import { Empty } from '../ui/empty.tsx'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** The exact steps of one phone system. */
export function NewConnectionPage() {
  const system = systemOf(readConnectionSearch(useSearch({ strict: false })).system)
  return (
    <>
      <p>
        <TextLink to={paths.connections}>{connectionWords.back}</TextLink>
      </p>
      <PageHeading
        title={system ? connectionWords.newTitle(system.title) : connectionWords.add}
        lead={system?.means}
      />
      {system ? (
        <NewConnection key={system.key} system={system} />
      ) : (
        <Empty title={connectionWords.unknownSystem}>{connectionWords.unknownSystemWhy}</Empty>
      )}
    </>
  )
}
