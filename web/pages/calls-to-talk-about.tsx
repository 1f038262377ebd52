import { keepPreviousData } from '@tanstack/react-query'
import { coaching } from '../../shared/balance/contract.ts'
import { type CallLine } from '../../shared/calls/beside.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { sayCoaching } from '../balance/growth-say.ts'
import { teamWords } from '../balance/team-words.ts'
import classes from '../calls/call-row.module.css'
import { ReflectionLine } from '../calls/reflection-line.tsx'
import { Empty } from '../ui/empty.tsx'
import { CallLineRow } from './call-line-row.tsx'

/** As many as are read; the button brings more. */
const callsAtOnce = 6

/** Calls a conversation can start from, newest first. */
export function CallsToTalkAbout({ team }: { team: number | undefined }) {
  const query = { limit: callsAtOnce, ...(team !== undefined && { team }) }
  const asks = { ...askPages(coaching, { query }), placeholderData: keepPreviousData }
  return (
    <Paged asks={asks} lines={6}>
      {(lines) =>
        lines.length === 0 ? (
          <Empty title={teamWords.talkNone} order={3}>
            <p>{teamWords.talkNoneWhy}</p>
          </Empty>
        ) : (
          <ul className={classes['rows']} aria-label={teamWords.talkLabel}>
            {lines.map((line) => (
              <CallLineRow key={`${line.callId}-${line.legNo}`} line={line}>
                <WhatToTalkAbout line={line} />
              </CallLineRow>
            ))}
          </ul>
        )
      }
    </Paged>
  )
}

function WhatToTalkAbout({ line }: { line: CallLine }) {
  const word = line.time.class
  return (
    <>
      {(word === 'hurried' || word === 'needs_support') && <p>{sayCoaching(word)}</p>}
      <ReflectionLine line={line} />
    </>
  )
}
