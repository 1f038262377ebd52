import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as matching from '../../shared/roster/matching-contract.ts'
import { askPages } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { Paged } from '../api/paged.tsx'
import { useTell } from '../api/use-tell.ts'
import { Row, Rows } from '../ui/rows.tsx'
import { sayGone } from '../ui/say-done.ts'
import { Section } from '../ui/section.tsx'
import { matchingWords } from './matching-words.ts'
import { MergeConfirm } from './merge-confirm.tsx'

/** Reps who may be one person, with the reason; shown where there are any. */
export function Suggestions() {
  return (
    <Paged<matching.Suggestion> lines={2} asks={askPages(matching.suggestions)}>
      {(suggestions) =>
        suggestions.length > 0 && (
          <Section title={matchingWords.suggestions} lead={matchingWords.suggestionsWhy}>
            <Rows label={matchingWords.suggestions}>
              {suggestions.map((each) => (
                <SuggestionRow key={`${each.from.id} ${each.into.id}`} suggestion={each} />
              ))}
            </Rows>
          </Section>
        )
      }
    </Paged>
  )
}

function SuggestionRow({ suggestion }: { suggestion: matching.Suggestion }) {
  const { from, into, likeness, names } = suggestion
  const [asked, setAsked] = useState<'not' | 'now' | 'before'>('not')
  const reason = matchingWords.likeness(likeness, names.from, names.into)
  if (asked === 'now') {
    return (
      <Row name={matchingWords.suggested(from.name, into.name)} under={reason}>
        <MergeConfirm
          from={from}
          into={into}
          onClose={() => {
            setAsked('before')
          }}
        />
      </Row>
    )
  }
  return (
    <Row
      name={matchingWords.suggested(from.name, into.name)}
      under={reason}
      action={
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            autoFocus={asked === 'before'}
            aria-label={matchingWords.mergeNamed(from.name, into.name)}
            onClick={() => {
              setAsked('now')
            }}
          >
            {matchingWords.merge}
          </Button>
          <KeepApart suggestion={suggestion} />
        </Group>
      }
    >
      {[into, from].map((rep) => (
        <div key={rep.id}>{matchingWords.has(rep.name, rep.legs)}</div>
      ))}
    </Row>
  )
}

function KeepApart({ suggestion: { from, into } }: { suggestion: matching.Suggestion }) {
  const keep = useTell(matching.keepApart, {
    renews: [matching.suggestions, matching.repChanges],
    onDone: () => {
      sayGone(matchingWords.keptApart(from.name, into.name))
    },
  })
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={matchingWords.apartNamed(from.name, into.name)}
        loading={keep.isPending}
        onClick={() => {
          keep.mutate({ params: {}, body: { repId: from.id, otherRepId: into.id } })
        }}
      >
        {matchingWords.apart}
      </Button>
      <FailureNote error={keep.error} />
    </>
  )
}
