import { useQuery } from '@tanstack/react-query'
import * as contract from '../../../shared/intake/connection-contract.ts'
import { type Connection } from '../../../shared/intake/connection.ts'
import { askAll } from '../../api/ask-all.ts'
import { Section } from '../../ui/section.tsx'
import { ConnectionState } from './connection-state.tsx'
import classes from './connections.module.css'
import { connectionWords } from './words.ts'

/** Somebody waits for the first delivery in front of this page. */
const liveSeconds = 3

/** Whether something arrives, said by the page itself. */
export function LiveState({ connectionId }: { connectionId: number }) {
  const list = useQuery({
    ...askAll(contract.connections),
    refetchInterval: liveSeconds * 1_000,
  })
  const connection = list.data?.find(({ id }) => id === connectionId)
  if (!connection) return null
  return (
    <Section title={connectionWords.live}>
      <p role="status" className={classes['live']}>
        {sayLive(connection)}
      </p>
      <ConnectionState of={connection} />
    </Section>
  )
}

function sayLive({ disabledAt, deliveries }: Connection): string {
  if (disabledAt !== null) return connectionWords.disabledNow
  return deliveries > 0 ? connectionWords.liveArrived : connectionWords.liveWaiting
}
