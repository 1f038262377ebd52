import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { help, type HelpLine, offerHelp } from '../../shared/floor/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { useTell } from '../api/use-tell.ts'
import { Section } from '../ui/section.tsx'
import classes from './board.module.css'
import { floorWords, sayReason } from './words.ts'

/** However often the floor changes, it is asked for no more often than this. */
const askMilliseconds = 2_000

/**
 * Calls where somebody may be glad of help, each with what that is measured by.
 *
 * @param revision rises when the floor has changed
 * @param now epoch milliseconds, by the server's clock
 */
export function HelpList({ revision, now }: { revision: number; now: number }) {
  const answer = useQuery({ ...ask(help), staleTime: askMilliseconds })
  const { refetch } = answer
  const step = Math.floor(now / askMilliseconds)
  useEffect(() => {
    void refetch()
  }, [revision, refetch, step])
  return (
    <Section title={floorWords.help} lead={floorWords.helpLead}>
      <Answer to={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{floorWords.noHelp}</p>
          ) : (
            <>
              <p>{floorWords.helpKey}</p>
              <ul className={classes['helpLines']}>
                {items.map((line) => (
                  <Line key={line.id} line={line} now={now} />
                ))}
              </ul>
            </>
          )
        }
      </Answer>
    </Section>
  )
}

function Line({ line, now }: { line: HelpLine; now: number }) {
  const offer = useTell(offerHelp, { renews: [help] })
  const queue = line.queue ?? ''
  const isHelping = line.helpedBy !== null
  const change = (): void => {
    offer.mutate({ params: { lineId: line.id }, body: { isHelping: !isHelping } })
  }
  return (
    <li
      className={classes['helpLine']}
      onKeyDown={({ key, ctrlKey, metaKey, altKey }) => {
        if (key === 'h' && !ctrlKey && !metaKey && !altKey) change()
      }}
    >
      <div>
        <p>
          <strong>{line.rep ? `${line.rep.name}, ${queue}` : queue}</strong>
          {isHelping && ` · ${line.helpedBy ?? ''} is helping`}
        </p>
        {line.reasons.map((reason) => (
          <p key={reason.kind}>{sayReason(reason, queue, now)}</p>
        ))}
      </div>
      <Button variant="default" loading={offer.isPending} onClick={change}>
        {isHelping ? floorWords.notHelping : floorWords.helping}
      </Button>
    </li>
  )
}
