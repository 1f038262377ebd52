import { Button, Kbd } from '@mantine/core'
import { help, type HelpLine, offerHelp } from '../../shared/floor/contract.ts'
import { askPages } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { Paged } from '../api/paged.tsx'
import { useTell } from '../api/use-tell.ts'
import { Empty } from '../ui/empty.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { Section } from '../ui/section.tsx'
import { takeHelpStep } from './help-keys.ts'
import classes from './help-list.module.css'
import { sayReason } from './say-reason.ts'
import { askMillisecondsMost, useRenewedHelp } from './use-help.ts'
import { leaderWords } from './words.ts'

type Props = {
  /** Is another one whenever the list may be another one. */
  revision: string
  /** Epoch milliseconds, by the server's clock. */
  now: number
  /** The name of whoever looks. */
  viewerName: string
  isLive: boolean
}

/** Calls on the line where somebody may be glad of help, each with why, and a way to say "I'm helping". */
export function HelpList({ revision, now, viewerName, isLive }: Props) {
  useRenewedHelp(revision)
  return (
    <Section title={leaderWords.help} lead={leaderWords.helpLead}>
      {!isLive && <p className={classes['still']}>{leaderWords.notNow}</p>}
      <Paged<HelpLine>
        asks={{ ...askPages(help), refetchInterval: isLive && askMillisecondsMost }}
        lines={3}
      >
        {(lines) =>
          lines.length === 0 ? (
            <Empty order={3} title={leaderWords.noHelp}>
              {leaderWords.noHelpWhy}
            </Empty>
          ) : (
            <>
              <ul
                aria-label={leaderWords.help}
                className={classes['lines']}
                onKeyDown={takeHelpStep}
              >
                {lines.map((line) => (
                  <Line key={line.id} line={line} now={now} viewerName={viewerName} />
                ))}
              </ul>
              <p className={classes['hint']}>
                {leaderWords.press} <Kbd size="xs">h</Kbd> {leaderWords.key}
              </p>
            </>
          )
        }
      </Paged>
    </Section>
  )
}

function Line({ line, now, viewerName }: { line: HelpLine } & Pick<Props, 'now' | 'viewerName'>) {
  const offer = useTell(offerHelp, { renews: [help] })
  const who = [leaderWords.line(line.rep?.name ?? null), leaderWords.inQueue(line.queue)]
    .filter((part) => part !== '')
    .join(' ')
  const isHelping = line.helpedBy === viewerName
  return (
    <li className={classes['line']} data-helped={line.helpedBy !== null}>
      <h3 className={classes['who']}>{who}</h3>
      <ul className={classes['reasons']}>
        {line.reasons.map((reason) => (
          <li key={reason.kind}>{keepTogether(sayReason(reason, line.queue, now))}</li>
        ))}
      </ul>
      <p role="status" className={classes['helped']}>
        {line.helpedBy !== null &&
          (isHelping ? leaderWords.youHelp : leaderWords.helps(line.helpedBy))}
      </p>
      <FailureNote error={offer.error} />
      <div>
        <Button
          variant="default"
          size="compact-md"
          aria-keyshortcuts="h"
          aria-label={isHelping ? leaderWords.notHelpingWith(who) : leaderWords.helpingWith(who)}
          onClick={() => {
            if (offer.isPending) return
            offer.mutate({ params: { lineId: line.id }, body: { isHelping: !isHelping } })
          }}
        >
          {isHelping ? leaderWords.notHelping : leaderWords.helping}
        </Button>
      </div>
    </li>
  )
}
