import { type Progress } from '../intake/import-needs.ts'

const barWidth = 24
/** A terminal's line is drawn anew this often; a log gets a line this often. */
const terminalMilliseconds = 200
const logMilliseconds = 5_000

/** Draws the progress of an import with its rate and the time left. */
export function progressBar(name: string, clock: () => number, out: NodeJS.WriteStream) {
  const startedAt = clock()
  let drawnAt = startedAt
  const rest = out.isTTY ? terminalMilliseconds : logMilliseconds
  return {
    show: (progress: Progress): void => {
      if (clock() - drawnAt < rest) return
      drawnAt = clock()
      out.write(
        out.isTTY
          ? `\r${sentence(name, progress, clock() - startedAt)}\u001b[K`
          : `${sentence(name, progress, clock() - startedAt)}\n`,
      )
    },
    end: (): void => {
      if (out.isTTY) out.write('\r\u001b[K')
    },
  }
}

function sentence(name: string, progress: Progress, milliseconds: number): string {
  const done = progress.bytesInAll === 0 ? 1 : progress.bytesRead / progress.bytesInAll
  const filled = Math.round(done * barWidth)
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`
  const seconds = Math.max(milliseconds / 1000, 0.001)
  const rate = Math.round(progress.counts.read / seconds).toLocaleString('en')
  const left = done > 0 ? Math.ceil(seconds / done - seconds) : 0
  return `${name} ${bar} ${Math.floor(done * 100)} %  ${progress.counts.read.toLocaleString('en')} lines  ${rate} lines/s  ${left} s left`
}
