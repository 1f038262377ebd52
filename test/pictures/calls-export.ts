const names = ['Mara Quill', 'Ines Albrecht', 'Jonah Pike', 'Sunniva Dahl', 'Teo Marchetti']
const lines = ['support', 'billing', 'moving house']
const subjects = ['no dial tone', 'invoice not understood', 'new address', 'router', 'refund']
const header = 'Call No;Begin;Direction;Taken by;Caller;Line;About;Talk;Solved'

/** Rows enough that an import of them can be watched. */
const rowsInAll = 60_000
const firstDay = Date.UTC(2026, 1, 2)
const daysInAll = 25
/** From eight in the morning to six. */
const openingSeconds = 8 * 3_600
const secondsPerDay = 10 * 3_600

/**
 * An export as a phone system nobody has described may write it: local times without a zone, words
 * of its own for everything, and now and then a row that says what can not be. The callers' numbers
 * are those that are kept free for stories.
 */
export function callsExport(): string {
  const rows = Array.from({ length: rowsInAll }, (_, n) => rowOf(n))
  return [header, ...rows, ''].join('\n')
}

function rowOf(n: number): string {
  const perDay = rowsInAll / daysInAll
  const day = new Date(firstDay + Math.floor(n / perDay) * 86_400_000)
  const seconds = openingSeconds + Math.floor(((n % perDay) * secondsPerDay) / perDay)
  const date = `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()}`
  const minute = isWrongTime(n) ? 61 : Math.floor(seconds / 60) % 60
  const time = `${Math.floor(seconds / 3_600)}:${two(minute)}:${two(seconds % 60)}`
  const talk = 45 + ((n * 37) % 1_100)
  const cells = [
    ...[String(100_000 + n), `${date} ${time}`, n % 9 === 4 ? 'out' : 'in'],
    ...[of(names, n), `0161 496 ${String(n % 1_000).padStart(4, '0')}`, of(lines, n)],
    ...[of(subjects, n), isWrongTalk(n) ? '-1' : `${Math.floor(talk / 60)}:${two(talk % 60)}`],
    n % 4 === 1 ? 'no' : 'yes',
  ]
  return cells.join(';')
}

/** A clock that went wrong, and a call whose end was not written. */
const isWrongTime = (n: number): boolean => n % 9_973 === 6
const isWrongTalk = (n: number): boolean => n % 7_919 === 11

const two = (number: number): string => String(number).padStart(2, '0')
const of = (words: readonly string[], n: number): string => words[(n * 7) % words.length] ?? ''
