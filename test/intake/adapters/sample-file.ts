import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** What real phone systems wrote; it lies beside the project and is never part of it. */
const folder = '../shared/samples'

export const isMissing = !existsSync(folder)
if (isMissing) console.warn(`Skipped: ${folder} is missing.`)

export const sampleBytes = (file: string): Uint8Array => readFileSync(`${folder}/${file}`)
export const sampleText = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')

/** Each of them, by the folder of its vendor. */
export const sampleFiles = (): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(`${folder}/${name}`).map((file) => `${name}/${file}`))
    .sort()
