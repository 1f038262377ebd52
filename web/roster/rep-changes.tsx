import { Button } from '@mantine/core'
import * as matching from '../../shared/roster/matching-contract.ts'
import { askPages } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { Paged } from '../api/paged.tsx'
import { useTell } from '../api/use-tell.ts'
import { Empty } from '../ui/empty.tsx'
import { Instant } from '../ui/instant.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { sayGone } from '../ui/say-done.ts'
import { Section } from '../ui/section.tsx'
import { matchingWords } from './matching-words.ts'
import { renewedByReps } from './rep.ts'

/** Who matched, merged or split which names, each with the way back. */
export function RepChanges() {
  return (
    <Section title={matchingWords.history} lead={matchingWords.historyWhy}>
      <Paged<matching.RepChange> asks={askPages(matching.repChanges)}>
        {(changes) =>
          changes.length === 0 ? (
            <Empty order={3} title={matchingWords.noHistory}>
              {matchingWords.noHistoryWhy}
            </Empty>
          ) : (
            <Rows label={matchingWords.history}>
              {changes.map((change) => (
                <ChangeRow key={change.id} change={change} />
              ))}
            </Rows>
          )
        }
      </Paged>
    </Section>
  )
}

function ChangeRow({ change }: { change: matching.RepChange }) {
  const { kind, rep, other, aliases, legs, mayUndo } = change
  const said = matchingWords.change(kind, rep.name, other.name)
  return (
    <Row
      name={said}
      under={
        <>
          {matchingWords.by(change.by)}
          <Instant at={change.at} />
        </>
      }
      action={mayUndo ? <UndoChange id={change.id} said={said} /> : undefined}
    >
      {aliases.map(({ source, alias }) => (
        <div key={`${source} ${alias}`}>
          <code>{alias}</code> in {source}
        </div>
      ))}
      {kind !== 'kept_apart' && <div>{matchingWords.moved(legs)}</div>}
    </Row>
  )
}

function UndoChange({ id, said }: { id: number; said: string }) {
  const undo = useTell(matching.undoRepChange, {
    renews: renewedByReps,
    onDone: () => {
      sayGone(matchingWords.undone)
    },
  })
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={matchingWords.undoNamed(said)}
        loading={undo.isPending}
        onClick={() => {
          undo.mutate({ params: { changeId: id }, body: {} })
        }}
      >
        {matchingWords.undo}
      </Button>
      <FailureNote error={undo.error} />
    </>
  )
}
