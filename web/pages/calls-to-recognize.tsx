import { Title } from '@mantine/core'
import { keepPreviousData } from '@tanstack/react-query'
import { recognitions, type Recognition } from '../../shared/balance/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { sayAvoided, sayReasons } from '../balance/growth-say.ts'
import { recognitionsByWeek } from '../balance/team-recognitions.ts'
import { teamWords } from '../balance/team-words.ts'
import classes from '../calls/call-row.module.css'
import { Empty } from '../ui/empty.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { sayUtcDay } from '../ui/say-utc-day.ts'
import { CallLineRow } from './call-line-row.tsx'

/** As many as are read; the button brings more. */
const callsAtOnce = 6

/** Calls that are recognized by themselves, week by week. */
export function CallsToRecognize({ team }: { team: number | undefined }) {
  const query = { limit: callsAtOnce, ...(team !== undefined && { team }) }
  const asks = { ...askPages(recognitions, { query }), placeholderData: keepPreviousData }
  return (
    <Paged asks={asks} lines={6}>
      {(found) =>
        found.length === 0 ? (
          <Empty title={teamWords.recognizeNone} order={3}>
            <p>{teamWords.recognizeNoneWhy}</p>
          </Empty>
        ) : (
          recognitionsByWeek(found).map(({ week, items }) => (
            <div key={week}>
              <Title order={3} mt="md" mb="xs">
                {teamWords.weekOf(sayUtcDay(week))}
              </Title>
              <ul
                className={classes['rows']}
                aria-label={`${teamWords.recognizeLabel}: ${teamWords.weekOf(sayUtcDay(week))}`}
              >
                {items.map((item) => (
                  <CallLineRow key={`${item.call.callId}-${item.call.legNo}`} line={item.call}>
                    <WhyRecognized item={item} />
                  </CallLineRow>
                ))}
              </ul>
            </div>
          ))
        )
      }
    </Paged>
  )
}

function WhyRecognized({ item }: { item: Recognition }) {
  const avoided = sayAvoided(item.expectedSecondsAvoided, item.call.time.outcome.source)
  return (
    <>
      <p className={classes['took']}>{sayReasons(item.reasons)}</p>
      {avoided !== null && <p className={classes['soft']}>{keepTogether(avoided)}</p>}
      {item.isHighlighted && <p className={classes['soft']}>{teamWords.highlighted}</p>}
    </>
  )
}
