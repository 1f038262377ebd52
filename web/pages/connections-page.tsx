import { ConnectionList } from '../intake/connections/connection-list.tsx'
import { SystemChoice } from '../intake/connections/system-choice.tsx'
import { connectionWords } from '../intake/connections/words.ts'
import { Feeds } from '../intake/feeds.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

/** Where calls come from by themselves, how far each source is, and how to connect another one. */
export function ConnectionsPage() {
  return (
    <>
      <PageHeading title={connectionWords.title} lead={connectionWords.lead} />
      <ConnectionList />
      <Feeds mayEnd />
      <SystemChoice />
    </>
  )
}
