import * as intake from '../../shared/intake/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { Instant } from '../ui/instant.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
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
          </>
        )}
      </div>
      {feed.lastReceivedAt !== null && (
        <div>
          {importWords.lastReceived} <Instant at={feed.lastReceivedAt} />
        </div>
      )}
      {!mayEnd && <div>{feed.isEnded ? importWords.hasEnded : importWords.isLive}</div>}
    </Row>
  )
}
