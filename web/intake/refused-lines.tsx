import * as intake from '../../shared/intake/contract.ts'
import { type ImportRun } from '../../shared/intake/import-run.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import classes from './refused-lines.module.css'
import { refusalName, refusedWords } from './words.ts'

type RefusedLine = ReplyOf<typeof intake.refusedLines>['items'][number]

export function RefusedLines({
  importId,
  way,
}: {
  importId: number
  /** A file has lines from 1, a request has records from 0. */
  way: ImportRun['way'] | undefined
}) {
  return (
    <Paged<RefusedLine> asks={askPages(intake.refusedLines, { params: { importId } })}>
      {(lines) =>
        lines.length === 0 ? (
          <Empty title={refusedWords.none}>{refusedWords.noneWhy}</Empty>
        ) : (
          <Rows label={refusedWords.caption}>
            {lines.map((line, place) => (
              <Row
                key={`${line.line}-${place}`}
                name={refusedWords.place(way, line.line)}
                under={refusalName(line.reason)}
              >
                <p className={classes['message']}>{line.message}</p>
                {line.text !== null && (
                  <pre className={classes['text']} aria-label={refusedWords.text}>
                    {line.text}
                  </pre>
                )}
              </Row>
            ))}
          </Rows>
        )
      }
    </Paged>
  )
}
