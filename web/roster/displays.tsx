import * as contract from '../../shared/roster/display-contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { Instant } from '../ui/instant.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { displaysWords } from './display-words.ts'
import { PairDisplayForm } from './pair-display-form.tsx'
import { RemoveDisplay } from './remove-display.tsx'

/** One that was just paired shows itself within seconds; the list follows. */
const refreshSeconds = 10

/** Displays on the wall: when each was last seen, and how to pair and remove one. */
export function Displays() {
  const asks = { ...askPages(contract.displays), refetchInterval: refreshSeconds * 1_000 }
  return (
    <>
      <PageHeading title={displaysWords.title} lead={displaysWords.lead} />
      <Section title={displaysWords.caption}>
        <Paged<contract.Display> asks={asks}>
          {(displays) =>
            displays.length === 0 ? (
              <Empty order={3} title={displaysWords.none}>
                {displaysWords.noneWhy}
              </Empty>
            ) : (
              <Rows label={displaysWords.caption}>
                {displays.map((display) => (
                  <DisplayRow key={display.id} of={display} />
                ))}
              </Rows>
            )
          }
        </Paged>
      </Section>
      <PairDisplayForm />
    </>
  )
}

function DisplayRow({ of }: { of: contract.Display }) {
  return (
    <Row
      name={of.name}
      under={
        <>
          {displaysWords.pairedBy(of.pairedBy)}, <Instant at={of.pairedAt} />
        </>
      }
      action={<RemoveDisplay id={of.id} name={of.name} />}
    >
      {of.lastSeenAt === null ? (
        displaysWords.notSeen
      ) : (
        <>
          {displaysWords.seen} <Instant at={of.lastSeenAt} />
        </>
      )}
      {!of.isSignedIn && (
        <>
          <br />
          {displaysWords.over}
        </>
      )}
    </Row>
  )
}
