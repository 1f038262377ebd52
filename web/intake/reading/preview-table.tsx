import { type Preview } from '../../../shared/intake/preview.ts'
import { keepTogether } from '../../ui/keep-together.ts'
import { useNow } from '../../ui/now.tsx'
import { sayInstant } from '../../ui/say-instant.ts'
import { refusalName, sayNumber } from '../words.ts'
import { previewedCall } from './previewed-call.ts'
import classes from './preview.module.css'
import { previewWords } from './words.ts'

type Line = Preview['lines'][number]

/** Records as they would be read, and lines that would be refused among them. */
export function PreviewTable({
  lines,
  zone,
}: {
  lines: readonly Line[]
  zone: string | undefined
}) {
  return (
    <div className={classes['scroll']} role="region" tabIndex={0} aria-label={previewWords.caption}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">{previewWords.line}</th>
            <th scope="col">{previewWords.start}</th>
            <th scope="col">{previewWords.rep}</th>
            <th scope="col">{previewWords.queue}</th>
            <th scope="col">{previewWords.customer}</th>
            <th scope="col">{previewWords.became}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <LineRow key={`${line.line}-${place}`} {...{ line, zone }} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LineRow({ line, zone }: { line: Line; zone: string | undefined }) {
  const now = useNow()
  if (line.problem) {
    return (
      <tr className={classes['refused']}>
        <th scope="row">{sayNumber(line.line)}</th>
        <td colSpan={5}>
          <strong>{refusalName(line.problem.reason)}.</strong> {line.problem.message}
          <AllFields line={line} />
        </td>
      </tr>
    )
  }
  const call = previewedCall(line.fields)
  const at = call.startedAt === null ? null : new Date(call.startedAt)
  return (
    <tr>
      <th scope="row">{sayNumber(line.line)}</th>
      <td>{at === null ? null : keepTogether(sayInstant(at, now, zone))}</td>
      <td>{call.reps.length > 0 ? call.reps.join(', ') : previewWords.noRep}</td>
      <td>{call.queue ?? previewWords.noQueue}</td>
      <td>
        {call.customerEnds === null ? previewWords.nobody : previewWords.ending(call.customerEnds)}
      </td>
      <td>
        {call.became}
        <div className={classes['times']}>{keepTogether(call.times.join(' · '))}</div>
        <AllFields line={line} />
      </td>
    </tr>
  )
}

/** The whole record, for who wants to know exactly. */
function AllFields({ line }: { line: Line }) {
  return (
    <details className={classes['all']}>
      <summary aria-label={previewWords.allOf(line.line)}>{previewWords.all}</summary>
      <dl className={classes['fields']}>
        {line.fields.map(({ field, value }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {line.text !== '' && (
        <>
          <p className={classes['caption']}>{previewWords.asItStands}</p>
          <pre className={classes['text']}>{line.text}</pre>
        </>
      )}
    </details>
  )
}
