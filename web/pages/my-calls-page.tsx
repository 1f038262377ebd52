import { mine } from '../../shared/calls/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { paths } from '../paths.ts'
import { useMe, useUserId } from '../roster/me.ts'
import { Empty } from '../ui/empty.tsx'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { MyCallsDesk } from './my-calls-desk.tsx'

/** The rep's own calls, those without a reflection first. */
export function MyCallsPage() {
  const { rep } = useMe()
  const userId = useUserId()
  return (
    <>
      <PageHeading
        title="My calls"
        lead="What each call took, beside what calls like it usually take and what became of it."
        aside={rep && <TextLink to={paths.calls}>All your calls, with filters</TextLink>}
      />
      {rep ? (
        <Paged asks={askPages(mine)} lines={10}>
          {(lines) =>
            lines.length === 0 ? (
              <NoCallsOfMineYet />
            ) : (
              <MyCallsDesk lines={lines} rep={rep} userId={userId} />
            )
          }
        </Paged>
      ) : (
        <NoRep />
      )}
    </>
  )
}

const NoCallsOfMineYet = () => (
  <Empty title="No calls yet">
    <p>A call of yours appears here when it has ended and the phone system has sent it.</p>
  </Empty>
)

const NoRep = () => (
  <Empty title="No calls are yours yet">
    <p>
      Your sign-in is not linked to a rep of the phone system. An administrator links it by inviting
      you as that rep.
    </p>
  </Empty>
)
