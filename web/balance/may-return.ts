import { type CallClass } from '../../shared/calls/words.ts'

/** Classes of decided legs whose customer may have come back to them: all but those handed on. */
export const mayReturn: CallClass[] = [
  ...(['efficient', 'solved', 'extra_mile'] as const),
  ...(['hurried', 'not_yet_solved', 'needs_support'] as const),
]
