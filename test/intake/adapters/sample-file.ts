import { existsSync, readFileSync } from 'node:fs'

/** What real phone systems wrote; it lies beside the project and is never part of it. */
const folder = '../shared/samples'

export const isMissing = !existsSync(folder)
if (isMissing) console.warn(`Skipped: ${folder} is missing.`)

export const sampleBytes = (file: string): Uint8Array => readFileSync(`${folder}/${file}`)
export const sampleText = (file: string): string => readFileSync(`${folder}/${file}`, 'utf8')
