import { Alert } from '@mantine/core'
import { type Recognized } from './choice.ts'
import classes from './reading.module.css'
import { readingWords } from './words.ts'

/** What a file was recognized as, in words, with what should be looked at. */
export function RecognizedNote({ of }: { of: Recognized }) {
  if (of.kind === 'unreadable') {
    return (
      <Alert variant="default" role="alert" title={readingWords.unreadable}>
        {of.problem}
      </Alert>
    )
  }
  const [fits] = of.fitting
  const isNew = of.kind === 'mapping_needed'
  return (
    <div role="status">
      <p className={classes['recognized']}>
        {isNew
          ? fits
            ? readingWords.fits(fits.name)
            : readingWords.mappingNeeded
          : readingWords.looksLike(of.title)}
      </p>
      {of.missing.length > 0 && (
        <p className={classes['soft']}>{readingWords.missing(of.missing)}</p>
      )}
      {of.warnings.map((warning) => (
        <p key={warning} className={classes['soft']}>
          {warning}
        </p>
      ))}
    </div>
  )
}
