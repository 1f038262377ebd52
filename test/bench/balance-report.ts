import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Timing } from './balance-measure.ts'
import { type Result } from './balance-result.ts'

const folder = 'test/bench/results'
const namePattern = /^balance-\d+\.json$/

/** What issue and plan ask of the largest size. */
const answerMillisecondsLimit = 50
const growthLimit = 1.5
const rebuildSecondsLimit = 60
const correctionSecondsLimit = 2
const serverMegabytesLimit = 400

export async function keepResult(legs: number, result: Result): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, `balance-${legs}.json`), JSON.stringify(result, null, 2))
}

/** Writes everything kept so far as one page of Markdown, smallest size first, and returns it. */
export async function writeReport(): Promise<string> {
  const names = (await readdir(folder)).filter((name) => namePattern.test(name))
  const results = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Result),
  )
  results.sort((a, b) => a.legs - b.legs)
  const text = [
    '# How fast the balance answers\n',
    worldTable(results),
    '\n## Questions\n',
    'Over HTTP on one machine, one after another: milliseconds, medians of five rounds of sixty. ' +
      'Cold is the first answer after the sums have changed.\n',
    questionTable(results),
    '\n## Against one statement over the facts\n',
    'Milliseconds, medians of five; each counted the same as the sums the answers rest on. ' +
      '× says how many times as long as our p50 (and, in brackets, as our cold answer).\n',
    ...results.map(yardstickTable),
    '\n## Changes and memory\n',
    changeTable(results),
  ].join('\n')
  await writeFile(join(folder, 'balance.md'), text)
  return text
}

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly string[][]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows.map((cells) => row(...cells))].join('\n')
const millions = (legs: number): string => `${(legs / 1e6).toFixed(1)} M`
const ms = (value: number | undefined): string =>
  value === undefined ? '–' : value < 10 ? value.toFixed(1) : value.toFixed(0)
const seconds = (value: number | null): string =>
  value === null ? 'done before' : `${value.toFixed(value < 10 ? 2 : 0)} s`
const reached = (is: boolean): string => (is ? 'reached' : '**missed**')

const worldTable = (results: readonly Result[]): string =>
  table(
    ['legs', 'calls', 'database', 'loaded in', 'summed up in', 'load of the machine'],
    results.map((result) => [
      millions(result.legs),
      millions(result.calls),
      `${result.gigabytes.toFixed(1)} GB`,
      seconds(result.loadSeconds),
      seconds(result.sumSeconds),
      `${result.load.before.toFixed(1)} – ${result.load.after.toFixed(1)}`,
    ]),
  )

function questionTable(results: readonly Result[]): string {
  const names = results.at(-1)?.questions.map(({ name }) => name) ?? []
  const head = results.flatMap(({ legs }) =>
    ['p50', 'p95', 'cold'].map((what) => `${millions(legs)} ${what}`),
  )
  const rows = names.map((name) => {
    const timings = results.map(({ questions }) => questions.find((each) => each.name === name))
    return [
      name,
      ...timings.flatMap((timing) => [ms(timing?.p50), ms(timing?.p95), ms(timing?.cold)]),
      growthOf(timings),
      `${timings.at(-1)?.kilobytes.toFixed(0) ?? '–'} KB`,
      verdictOf(timings),
    ]
  })
  return table(
    [
      'question',
      ...head,
      'p95 ratio',
      'answer',
      `≤ ${answerMillisecondsLimit} ms, ≤ ${growthLimit} ×`,
    ],
    rows,
  )
}

type Timings = readonly (Timing | undefined)[]

const growth = (timings: Timings): number =>
  timings.length < 2 ? NaN : (timings.at(-1)?.p95 ?? NaN) / (timings[0]?.p95 ?? NaN)

const growthOf = (timings: Timings): string =>
  Number.isNaN(growth(timings)) ? '–' : growth(timings).toFixed(2)

function verdictOf(timings: Timings): string {
  const isFast = (timings.at(-1)?.p95 ?? Infinity) <= answerMillisecondsLimit
  return reached(isFast && !(growth(timings) > growthLimit))
}

function yardstickTable({ legs, questions, yardsticks, duckdb }: Result): string {
  const rows = questions.flatMap(({ name, yardstick, p50, cold }) => {
    const found = yardsticks.find((each) => each.name === yardstick)
    if (!found) return []
    const times = (other: number): string =>
      `${(other / p50).toFixed(1)} × (${(other / cold).toFixed(1)} ×)`
    return [
      [
        ...[name, ms(p50), ms(cold)],
        ...[ms(found.postgres), times(found.postgres), ms(found.duckdb), times(found.duckdb)],
        reached(found.duckdb > p50),
      ],
    ]
  })
  const head = ['question', 'p50', 'cold', 'PostgreSQL', '×', `DuckDB ${duckdb}`, '×', 'faster']
  return `\n${millions(legs)} legs:\n\n${table(head, rows)}`
}

const changeTable = (results: readonly Result[]): string =>
  table(
    ['', ...results.map(({ legs }) => millions(legs)), 'asked', ''],
    [
      changeRow(
        results,
        'rebuild until everything rests on it',
        (each) => each.rebuilds.seconds,
        's',
        rebuildSecondsLimit,
      ),
      changeRow(
        results,
        '1,000 corrections, from sending until every answer rests on them',
        (each) => each.corrections.everything,
        's',
        correctionSecondsLimit,
      ),
      changeRow(
        results,
        '… until standings do',
        (each) => each.corrections.standings,
        's',
        correctionSecondsLimit,
      ),
      changeRow(
        results,
        'memory, summing everything up',
        (each) => each.megabytes.summing ?? NaN,
        'MB',
        serverMegabytesLimit,
      ),
      changeRow(
        results,
        'memory, answering',
        (each) => each.megabytes.answering,
        'MB',
        serverMegabytesLimit,
      ),
      changeRow(
        results,
        'memory, with corrections and rebuilds',
        (each) => each.megabytes.all,
        'MB',
        serverMegabytesLimit,
      ),
    ],
  )

function changeRow(
  results: readonly Result[],
  what: string,
  of: (result: Result) => number,
  unit: 's' | 'MB',
  limit: number,
): string[] {
  const values = results.map(of)
  const last = values.at(-1) ?? NaN
  return [
    what,
    ...values.map((value) =>
      Number.isNaN(value) ? '–' : `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}`,
    ),
    `≤ ${limit} ${unit}`,
    Number.isNaN(last) ? '' : reached(last <= limit),
  ]
}
