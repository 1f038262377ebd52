import { type MappingDesk } from './mapping-desk.ts'

/** A mapping's pattern as a regular expression; one that never matches, if it is none. */
export function patternOf(pattern: string, field: string, desk: MappingDesk): RegExp {
  try {
    return new RegExp(pattern, 'u')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    desk.report(field, `is no regular expression: ${why}; correct it`)
    return /(?!)/u
  }
}
