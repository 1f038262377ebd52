import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import * as balance from '../../shared/balance/contract.ts'
import { type CaseMix } from '../../shared/balance/case-mix.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { Form, type Read } from '../ui/form.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { sayDone } from '../ui/say-done.ts'
import { Section } from '../ui/section.tsx'
import { kindsWords } from './kinds-words.ts'

/** A version of millions of calls takes minutes to build. */
const buildSecondsLimit = 900

/** While calls are being sorted, it is asked again this often. */
const sortingMilliseconds = 3_000

/** What makes two calls of one kind, and the reference they are compared with. */
export function Kinds() {
  const answer = useQuery({
    ...ask(balance.caseMix),
    refetchInterval: ({ state }) => (state.data?.isSorting === true ? sortingMilliseconds : false),
  })
  return (
    <>
      <PageHeading title={kindsWords.title} lead={kindsWords.lead} />
      <Answer to={answer} lines={8}>
        {({ caseMix, isSorting }) => (
          <>
            {isSorting && <p role="status">{kindsWords.sorting}</p>}
            <Section title={kindsWords.choose} isSheet>
              <KindsForm caseMix={caseMix} isSorting={isSorting} />
            </Section>
          </>
        )}
      </Answer>
      <Section title={kindsWords.rebuild} lead={kindsWords.rebuildWhy}>
        <RebuildButton />
      </Section>
    </>
  )
}

function KindsForm({ caseMix, isSorting }: { caseMix: CaseMix; isSorting: boolean }) {
  const change = useTell(balance.changeCaseMix, {
    renews: [balance.caseMix],
    onDone: () => {
      sayDone(kindsWords.saved)
    },
  })
  return (
    <Form
      label={kindsWords.choose}
      onSubmit={(read) => {
        change.mutate({ body: caseMixIn(read) })
      }}
    >
      <Checkbox
        name="audience"
        label={kindsWords.audience}
        description={kindsWords.audienceWhy}
        defaultChecked={caseMix.audience}
      />
      <Checkbox
        name="language"
        label={kindsWords.language}
        description={kindsWords.languageWhy}
        defaultChecked={caseMix.language}
      />
      <NativeSelect
        name="position"
        label={kindsWords.position}
        description={kindsWords.positionWhy}
        data={optionsOf(kindsWords.positions)}
        defaultValue={String(caseMix.positionUpTo)}
      />
      <NativeSelect
        name="frequency"
        label={kindsWords.frequency}
        description={kindsWords.frequencyWhy}
        data={frequenciesWith(caseMix.frequencyDays ?? 0)}
        defaultValue={String(caseMix.frequencyDays ?? 0)}
      />
      <FailureNote error={change.error} />
      <div>
        <Button type="submit" loading={change.isPending} disabled={isSorting}>
          {kindsWords.save}
        </Button>
      </div>
    </Form>
  )
}

const optionsOf = (names: Readonly<Record<number, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }))

/** The days on offer, and those that were set some other way. */
const frequenciesWith = (days: number) =>
  optionsOf({ [days]: `Counted over ${days} days`, ...kindsWords.frequencies })

function caseMixIn(read: Read): CaseMix {
  const days = Number(read('frequency'))
  return {
    audience: read('audience') === 'on',
    language: read('language') === 'on',
    positionUpTo: Number(read('position')),
    frequencyDays: days === 0 ? null : days,
  }
}

function RebuildButton() {
  const rebuild = useTell(balance.rebuild, {
    patienceSeconds: buildSecondsLimit,
    onDone: ({ version, legs, reps }) => {
      sayDone(kindsWords.rebuilt(version, legs, reps))
    },
  })
  return (
    <>
      <FailureNote error={rebuild.error} />
      <Button
        variant="default"
        loading={rebuild.isPending}
        onClick={() => {
          rebuild.mutate({ body: {} })
        }}
      >
        {kindsWords.rebuildNow}
      </Button>
    </>
  )
}
