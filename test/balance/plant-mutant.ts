import { type Plugin } from 'vite'
import { type Mutant } from './mutants.ts'

/**
 * Puts a mutant's text in the place of the source it names, in memory only.
 *
 * @throws where the source has moved, so that the text is not there exactly once
 */
export function plantMutant({ file, text, instead }: Mutant): Plugin {
  return {
    name: 'plant-mutant',
    enforce: 'pre',
    transform(code, id) {
      return id.endsWith(`/${file}`) ? planted(code, text, instead) : null
    },
  }
}

export function planted(code: string, text: string, instead: string): string {
  const [before, after, ...more] = code.split(text)
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`found ${more.length === 0 ? 'nowhere' : 'more than once'}: ${text}`)
  }
  return `${before}${instead}${after}`
}
