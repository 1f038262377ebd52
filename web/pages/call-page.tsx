import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type CallPage as CallReply } from '../../shared/calls/call-page.ts'
import { show } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { CallDetails } from '../calls/call-details.tsx'
import { CallStatement } from '../calls/call-statement.tsx'
import { Chain } from '../calls/chain.tsx'
import { Evidence } from '../calls/evidence.tsx'
import { LegTimeline } from '../calls/leg-timeline.tsx'
import { useWhen } from '../calls/use-when.ts'
import { VerifyForm } from '../calls/verify-form.tsx'
import { ReflectionCard } from '../reflections/reflection-card.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import classes from './call-page.module.css'
import { OwnReflection } from './own-reflection.tsx'

/** One call: what it took beside what became of it, before and after, and the rep's words. */
export function CallPage() {
  const { callId } = useParams({ from: '/signed-in/calls/$callId' })
  const call = useQuery(ask(show, { params: { callId } }))
  if (call.data) return <CallShown key={callId} call={call.data} />
  return (
    <>
      <PageHeading title="Call" />
      <Answer to={call} lines={12}>
        {() => null}
      </Answer>
    </>
  )
}

function CallShown({ call }: { call: CallReply }) {
  const when = useWhen()
  const about = [call.queue, call.issue, call.audience].filter((word) => word !== null)
  return (
    <>
      <PageHeading title={`Call of ${when.moment(call.startedAt)}`} lead={about.join(' · ')} />
      <CallStatement call={call} />
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Section title="How it went">
            <LegTimeline call={call} />
          </Section>
          <Section title="Before and after">
            <Chain chain={call.chain} />
          </Section>
          <Section title="How the outcome is known">
            <Evidence call={call} />
          </Section>
        </div>
        <div className={classes['side']}>
          <Words call={call} />
          {call.viewerMay.verify && (
            <Section title="Verify the outcome">
              <VerifyForm callId={call.callId} />
            </Section>
          )}
          <Section title="What was recorded">
            <CallDetails call={call} />
          </Section>
        </div>
      </div>
    </>
  )
}

function Words({ call }: { call: CallReply }) {
  const when = useWhen()
  return (
    <Section title={call.viewerMay.reflect ? 'In your words' : 'In the rep’s words'}>
      {call.reflections.length === 0 && !call.viewerMay.reflect && <p>No reflection yet.</p>}
      {call.reflections.map((reflection) => (
        <ReflectionCard
          key={reflection.rep.id}
          reflection={reflection}
          when={when.moment(reflection.changedAt)}
        />
      ))}
      {call.viewerMay.reflect && <OwnReflection call={call} />}
    </Section>
  )
}
