import { Anchor } from '@mantine/core'
import { type ReactNode } from 'react'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayOrdinal } from './say-ordinal.ts'
import { directionNames } from './call-words.ts'
import classes from './call-details.module.css'

/** The recorded facts of a call; what is not known has no line. */
export function CallDetails({ call }: { call: CallPage }) {
  const facts = factsOf(call).filter(([, value]) => value !== null)
  return (
    <dl className={classes['facts']}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function factsOf(call: CallPage): [name: string, value: ReactNode][] {
  const seconds = (value: number | null) => value !== null && sayDuration(value)
  return [
    ['Customer', call.customer ?? 'not known'],
    ['Contact', call.position === null ? null : `${sayOrdinal(call.position)} about this issue`],
    ['Direction', directionNames[call.direction]],
    ['Queue', call.queue],
    ['Issue', call.issue],
    ['Audience', call.audience],
    ['Language', call.language],
    ['In the menu', seconds(call.ivrSeconds) || null],
    ['Waited', seconds(call.queueSeconds) || null],
    ['Closed as', call.disposition],
    [
      'Customer’s rating',
      call.csat && `${call.csat.score} (from ${call.csat.min} to ${call.csat.max})`,
    ],
    ['Recording', call.recordingUrl && <Recording url={call.recordingUrl} />],
    ['Recorded by', `${call.source}, as ${call.externalId}`],
  ]
}

const Recording = ({ url }: { url: string }) => (
  <Anchor href={url} target="_blank" rel="noreferrer" underline="always">
    Listen at the phone system
  </Anchor>
)
