export type CallStep = 'next' | 'previous' | 'reflect' | 'open'

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }

const steps = new Map<string, CallStep>([
  ['j', 'next'],
  ['k', 'previous'],
  ['r', 'reflect'],
  ['o', 'open'],
])
/** These also scroll a page, so they move along the calls only where the focus is in them. */
const stepsInList = new Map<string, CallStep>([
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
])

/** What a key means on the list of calls; null where it means nothing here. */
export function stepFor(pressed: Pressed, isInList: boolean): CallStep | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const inList = isInList ? stepsInList.get(pressed.key) : undefined
  return steps.get(pressed.key) ?? inList ?? null
}

/** The keys as they are explained on the page. */
export const explainedKeys: readonly { keys: readonly string[]; words: string }[] = [
  { keys: ['j', '↓'], words: 'next call' },
  { keys: ['k', '↑'], words: 'previous call' },
  { keys: ['r'], words: 'reflect on the chosen call' },
  { keys: ['o'], words: 'open its page' },
]
