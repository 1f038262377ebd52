import { NativeSelect } from '@mantine/core'
import { type Upload } from '../../../shared/intake/upload.ts'
import { fieldError } from '../../api/field-error.ts'
import { type Refused } from '../../api/refused.ts'
import { type ImportChange } from '../import-search.ts'
import { type SavedMapping } from '../saved-mapping.ts'
import {
  type Choice,
  type KnownReader,
  readerKey,
  type Recognized,
  searchOfReader,
  takesCdrs,
  zoneOf,
} from './choice.ts'
import { CdrChoice } from './cdr-choice.tsx'
import { CountryChoice, ZoneChoice } from './place-choices.tsx'
import { ReaderChoice } from './reader-choice.tsx'
import { type ReadingDraft } from './reading-draft.ts'
import classes from './reading.module.css'
import { SiteNameFields } from './site-name-fields.tsx'

import { siteFieldsOf } from './site-names.ts'
import { SourceField } from './source-field.tsx'
import { readingWords } from './words.ts'

type Props = {
  choice: Choice
  recognized: Recognized
  readers: readonly KnownReader[]
  mappings: readonly SavedMapping[]
  names: ReadingDraft['names']
  /** Why it can't be read this way yet. */
  error: Refused | null
  onChange: (changed: ImportChange) => void
  onNames: (names: ReadingDraft['names']) => void
  /** Everything that was sent; of it what is read as this one is, and CDRs beside it. */
  uploads: readonly Upload[]
  files: readonly number[]
  cdrs: readonly number[]
}

/** What reads a file, and what it doesn't say itself. Whatever was said before is offered again. */
export function ReadingForm(props: Props) {
  const { choice, recognized, readers, mappings, error, onChange } = props
  const { sheets } = recognized
  return (
    <div className={classes['fields']}>
      <ReaderChoice
        value={readerKey(choice)}
        {...{ readers, mappings, hasColumns: recognized.columns.length > 0 }}
        error={fieldError(error, 'name')}
        onChange={(key) => {
          onChange(searchOfReader(key))
        }}
      />
      {sheets.length > 1 && (
        <NativeSelect
          label={readingWords.sheet}
          value={choice.sheet ?? recognized.sheet ?? ''}
          data={sheets}
          onChange={(event) => {
            onChange({ sheet: event.currentTarget.value })
          }}
        />
      )}
      <SourceField
        key={readerKey(choice)}
        source={choice.source}
        error={fieldError(error, 'source')}
        onChange={(source) => {
          onChange({ source })
        }}
      />
      {choice.asksZone && <Zone {...props} hint={readingWords.zoneHint} />}
      <CountryChoice
        label={readingWords.country}
        hint={readingWords.countryHint}
        nothing={countrySaid(choice)}
        value={choice.country}
        error={fieldError(error, 'country')}
        onChange={(country) => {
          onChange({ country: country ?? undefined })
        }}
      />
      {takesCdrs(choice) && (
        <CdrChoice
          {...props}
          error={fieldError(error, 'cdrs')}
          onChange={(cdrs) => {
            onChange({ cdrs })
          }}
        />
      )}
      <More {...props} />
    </div>
  )
}

const countrySaid = ({ remembered }: Choice) =>
  remembered?.country == null
    ? readingWords.noCountry
    : readingWords.countryBefore(remembered.country)

function Zone({ choice, error, onChange, hint }: Props & { hint: string }) {
  const before = choice.remembered?.timeZone ?? null
  return (
    <ZoneChoice
      label={readingWords.zone}
      hint={hint}
      nothing={before === null ? readingWords.chooseZone : readingWords.zoneBefore(before)}
      value={choice.zone}
      error={
        choice.asksZone && zoneOf(choice) === null
          ? readingWords.zoneMissing
          : fieldError(error, 'timeZone')
      }
      onChange={(zone) => {
        onChange({ zone: zone ?? undefined })
      }}
    />
  )
}

/** What most files need not be told. */
function More(props: Props) {
  const { choice, names, onNames } = props
  const fields = siteFieldsOf(choice.name)
  if (choice.asksZone && fields.length === 0) return null
  const before = Object.fromEntries(
    (choice.remembered?.names ?? []).map(({ what, name }) => [what, name]),
  )
  return (
    <details className={classes['more']}>
      <summary>{readingWords.more}</summary>
      <div className={classes['fields']}>
        {!choice.asksZone && <Zone {...props} hint={readingWords.zoneIfNone} />}
        <SiteNameFields key={choice.name} {...{ fields, names, before }} onChange={onNames} />
      </div>
    </details>
  )
}
