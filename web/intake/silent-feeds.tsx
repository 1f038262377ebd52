import { useQuery } from '@tanstack/react-query'
import * as intake from '../../shared/intake/contract.ts'
import { askAll } from '../api/ask-all.ts'
import { paths } from '../paths.ts'
import { Instant } from '../ui/instant.tsx'
import { TextLink } from '../ui/link.tsx'
import { importWords } from './words.ts'
import classes from './silent-feeds.module.css'

/**
 * A calm line for each source of which nothing comes, where numbers rest on how far sources are
 * complete. Nothing where all of them send, and nothing where that can't be known just now.
 */
export function SilentFeeds({ isAdmin }: { isAdmin: boolean }) {
  const feeds = useQuery(askAll(intake.feeds))
  const silent = feeds.data?.filter(({ silentSince }) => silentSince !== null) ?? []
  if (silent.length === 0) return null
  return (
    <div role="note" className={classes['note']}>
      {silent.map(({ id, source, silentSince }) => (
        <p key={id}>
          {importWords.silent(source)} <Instant at={silentSince ?? ''} />. {importWords.silentMeans}
        </p>
      ))}
      <TextLink inherit to={isAdmin ? paths.connections : paths.imports}>
        {importWords.toSources}
      </TextLink>
    </div>
  )
}
