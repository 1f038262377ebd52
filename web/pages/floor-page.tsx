import { useQuery } from '@tanstack/react-query'
import { summary } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { Board } from '../floor/board.tsx'
import { HelpList } from '../floor/help-list.tsx'
import { MoodForm } from '../floor/mood-form.tsx'
import { useFloor } from '../floor/use-floor.ts'
import { useTick } from '../floor/use-tick.ts'
import { floorWords } from '../floor/words.ts'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { sayCount } from '../ui/say-count.ts'
import { Section } from '../ui/section.tsx'

/** The board, and beside it what is only for whoever looks on. */
export function FloorPage() {
  const { role, rep } = useMe()
  const watching = useFloor()
  const now = useTick()
  const { held } = watching
  const serverNow = now + (held?.aheadMilliseconds ?? 0)
  const isLeader = role === 'supervisor' || role === 'admin'
  return (
    <>
      <PageHeading
        title={floorWords.title}
        lead={floorWords.lead}
        aside={<TextLink to={paths.wall}>{floorWords.wall}</TextLink>}
      />
      <Section title={floorWords.board}>
        <Board watching={watching} now={now} />
      </Section>
      {rep && <MyLine now={now} />}
      {isLeader && held && <HelpList revision={held.floor.helpRevision} now={serverNow} />}
      {isLeader && held && <MoodForm now={held.floor.mood?.text ?? null} />}
    </>
  )
}

/** The rep's own day: outcomes, and what nobody can know yet. */
function MyLine({ now }: { now: number }) {
  const today = new Date(now).toLocaleDateString('sv-SE')
  const answer = useQuery(ask(summary, { query: { from: today } }))
  return (
    <Section title={floorWords.myLine} lead={floorWords.myLineLead}>
      <Answer to={answer}>
        {({ legs, outcomes }) => (
          <p>
            {legs === 0
              ? floorWords.noCallsToday
              : `${sayCount(legs)} of your calls are stored today: ${sayCount(outcomes.resolved)} solved so far, ${sayCount(outcomes.notResolved)} not solved, ${sayCount(outcomes.open)} still open, ${sayCount(outcomes.handedOn)} handed on.`}
          </p>
        )}
      </Answer>
    </Section>
  )
}
