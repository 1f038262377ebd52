import { useQuery } from '@tanstack/react-query'
import { repHabits } from '../../shared/balance/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { GrowthStanding } from '../balance/growth-standing.tsx'
import { GrowthTrend } from '../balance/growth-trend.tsx'
import { HabitList } from '../balance/habit-list.tsx'
import { NumbersLink } from '../balance/numbers-link.tsx'
import { Plane } from '../calls/plane.tsx'
import { choiceWords } from '../floor/words.ts'
import { useMe } from '../roster/me.ts'
import { Empty } from '../ui/empty.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Section } from '../ui/section.tsx'
import { Recognized, WorthLooking } from './growth-calls.tsx'

/** Where a rep sees what becomes of their own calls: the same that their supervisor sees. */
export function MyGrowthPage() {
  const { rep } = useMe()
  return (
    <>
      <PageHeading
        title="My growth"
        lead="What becomes of your calls, and how that changes. Your supervisor reads the same words and numbers."
      />
      {rep ? <Growth repId={rep.id} /> : <NoRep />}
    </>
  )
}

/** The plane shows whatever the viewer may see: for a rep, their own calls. */
const allOfMine = {}

const Growth = ({ repId }: { repId: number }) => (
  <>
    <Section
      title="Where you stand"
      lead="Beside colleagues on the same kinds of calls, by whether the customer had to come back. How long your calls take has no part in it."
    >
      <GrowthStanding repId={repId} />
    </Section>
    <Section
      title="Recognized"
      lead={
        <>
          Calls that speak for themselves. Nobody had to nominate them. {choiceWords.lead}{' '}
          <NumbersLink anchor="recognition" of="Recognized" />
        </>
      }
    >
      <Recognized repId={repId} />
    </Section>
    <Section
      title="Week by week"
      lead={
        <>
          Your own weeks on one fixed baseline, so that getting better shows.{' '}
          <NumbersLink anchor="trend" of="Week by week" />
        </>
      }
    >
      <GrowthTrend repId={repId} />
    </Section>
    <Section
      title="Time beside outcome"
      lead={
        <>
          All your calls so far, each by what it took beside calls like it, and by what became of
          it. <NumbersLink anchor="the-plane" of="Time beside outcome" />
        </>
      }
    >
      <Plane filter={allOfMine} />
    </Section>
    <Section
      title="Calls worth looking at"
      lead={
        <>
          Here the customer needed more than they got. Often something was missing that you could
          not have: look at one, alone or together, and say what would have helped.{' '}
          <NumbersLink anchor="coaching-list" of="Calls worth looking at" />
        </>
      }
    >
      <WorthLooking repId={repId} />
    </Section>
    <Section
      title="What is hard to see alone"
      lead="How often something happens, beside colleagues on the same kinds of calls. None of it enters where you stand."
    >
      <Habits repId={repId} />
    </Section>
  </>
)

function Habits({ repId }: { repId: number }) {
  const answer = useQuery(ask(repHabits, { query: { rep: repId } }))
  return (
    <Answer to={answer} lines={5}>
      {(given) => <HabitList given={given} />}
    </Answer>
  )
}

const NoRep = () => (
  <Empty title="No calls are yours yet">
    <p>
      Your sign-in is not linked to a rep of the phone system. An administrator links it by inviting
      you as that rep.
    </p>
  </Empty>
)
