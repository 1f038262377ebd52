import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the project as it is written. */
export type Source = { path: string; text: string; lines: number }

/** Every source file below a folder, by its path from the top of the project. */
export function sourcesIn(folder: string, endings = /\.tsx?$/): Source[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name).replaceAll('\\', '/')
      const text = readFileSync(path, 'utf8')
      return { path, text, lines: text.split('\n').length - 1 }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The code of a file without its comments, so that they may name what code may not use. */
export const codeOf = ({ text }: Pick<Source, 'text'>): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:])\/\/.*$/gm, '$1')
