import * as intake from '../../shared/intake/contract.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { Instant } from '../ui/instant.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { useNow } from '../ui/now.tsx'
import { sayCount } from '../ui/say-count.ts'
import { EndFeed } from './end-feed.tsx'
import { type Feed } from './feed.ts'
import { importWords } from './words.ts'

/** The sources of call records, and up to when each is complete. */
export function Feeds({ mayEnd }: { mayEnd: boolean }) {
  return (
    <Section title={importWords.feeds} lead={importWords.feedsLead}>
      <Paged<Feed> lines={3} asks={askPages(intake.feeds)}>
        {(feeds) =>
          feeds.length === 0 ? (
            <Empty order={3} title={importWords.noFeeds}>
              {importWords.noFeedsWhy}
            </Empty>
          ) : (
            <Rows label={importWords.feeds}>
              {feeds.map((feed) => (
                <FeedRow key={feed.id} feed={feed} mayEnd={mayEnd} />
              ))}
            </Rows>
          )
        }
      </Paged>
    </Section>
  )
}

function FeedRow({ feed, mayEnd }: { feed: Feed; mayEnd: boolean }) {
  const now = useNow()
  return (
    <Row
      name={feed.source}
      under={importWords.calls(feed.calls)}
      action={mayEnd && <EndFeed feed={feed} />}
    >
      <div>
        {feed.completeUntil === null ? (
          importWords.incomplete
        ) : (
          <>
            {importWords.completeUntil} <Instant at={feed.completeUntil} />
            {!feed.isEnded && behind(feed.completeUntil, now)}
          </>
        )}
      </div>
      {feed.lastReceivedAt !== null && (
        <div>
          {importWords.lastReceived} <Instant at={feed.lastReceivedAt} />
        </div>
      )}
      {feed.silentSince !== null && (
        <div>
          <strong>
            {importWords.silentFeed} <Instant at={feed.silentSince} />.
          </strong>{' '}
          {importWords.silentMeans}
        </div>
      )}
      {feed.today.read > 0 && <div>{importWords.today(feed.today.read, feed.today.refused)}</div>}
      {!mayEnd && <div>{feed.isEnded ? importWords.hasEnded : importWords.isLive}</div>}
    </Row>
  )
}

const minutesPerDay = 1_440
/** From here on minutes say nothing any more. */
const wholeDaysFrom = 2 * minutesPerDay

/** How long ago an instant was, to the minute or the day; nothing where it has just been. */
function behind(instant: string, now: Date): string {
  const minutes = Math.floor((now.getTime() - Date.parse(instant)) / 60_000)
  if (minutes < 1) return ''
  const time =
    minutes < wholeDaysFrom
      ? sayDuration(minutes * 60)
      : `${sayCount(Math.floor(minutes / minutesPerDay))} days`
  return `, ${importWords.behind(time)}`
}
