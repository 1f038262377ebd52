import * as intake from '../../shared/intake/contract.ts'
import { type ImportRun } from '../../shared/intake/import-run.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { HowToImport } from './how-to-import.tsx'
import { ImportRow } from './import-row.tsx'
import classes from './imports.module.css'
import { howWords, importWords } from './words.ts'

/** While a file is being read the list is asked again this often. */
const runningSeconds = 3

/** What was imported; before the first import, how to do it. */
export function Imports() {
  const asks = {
    ...askPages(intake.imports),
    refetchInterval: ({ state }: { state: { data: Runs | undefined } }) =>
      isRunning(state.data) && runningSeconds * 1_000,
  }
  return (
    <Paged<ImportRun> asks={asks}>
      {(runs) =>
        runs.length === 0 ? (
          <Section title={howWords.first} lead={howWords.firstWhy} isSheet>
            <HowToImport />
          </Section>
        ) : (
          <>
            <Section title={importWords.imports} lead={importWords.importsLead}>
              <Rows label={importWords.imports}>
                {runs.map((run) => (
                  <ImportRow key={run.id} run={run} />
                ))}
              </Rows>
            </Section>
            <details className={classes['more']}>
              <summary>{howWords.more}</summary>
              <HowToImport />
            </details>
          </>
        )
      }
    </Paged>
  )
}

type Runs = { pages: { items: ImportRun[] }[] }

const moving: readonly ImportRun['state'][] = ['waiting', 'running']

const isRunning = (runs: Runs | undefined): boolean =>
  runs?.pages.some(({ items }) => items.some(({ state }) => moving.includes(state))) ?? false
