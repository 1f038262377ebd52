import { type Connection } from '../../../shared/intake/connection.ts'
import { silentSince } from '../../../shared/intake/silence.ts'
import { type RefusalReason } from '../../../shared/wire/refusal.ts'
import { sentences } from '../../api/sentences.ts'
import { Instant } from '../../ui/instant.tsx'
import { useNow } from '../../ui/now.tsx'
import classes from './connections.module.css'
import { connectionWords } from './words.ts'

/** What came through a connection, since when it is silent, and why something was refused. */
export function ConnectionState({ of }: { of: Connection }) {
  const now = useNow()
  const { disabledAt, lastReceivedAt, lastRefusedAt, lastRefusal } = of
  // One that is disabled says so, and its source says the rest.
  const silent = silentSince({ lastReceivedAt, isEnded: disabledAt !== null }, now.getTime())
  return (
    <>
      {disabledAt !== null && (
        <div>
          <strong>
            {connectionWords.disabledSince} <Instant at={disabledAt} />
          </strong>
        </div>
      )}
      <div>
        {lastReceivedAt === null ? (
          disabledAt === null && connectionWords.waiting
        ) : (
          <>
            {connectionWords.last} <Instant at={lastReceivedAt} />,{' '}
            {connectionWords.deliveries(of.deliveries)}
          </>
        )}
      </div>
      {silent !== null && (
        <div>
          {connectionWords.silent} <Instant at={silent} />. {connectionWords.silentWhy}
        </div>
      )}
      {lastRefusedAt !== null && (
        <div className={classes['problem']}>
          {connectionWords.refused(of.refusedDeliveries)}. {connectionWords.lastRefused}{' '}
          <Instant at={lastRefusedAt} />: {lastRefusal && sayRefusal(lastRefusal)}
        </div>
      )}
    </>
  )
}

/** Our own sentence for a reason, which says what to do; else the server's. */
const sayRefusal = ({ reason, message }: NonNullable<Connection['lastRefusal']>): string =>
  Object.hasOwn(sentences, reason) ? sentences[reason as RefusalReason] : message
