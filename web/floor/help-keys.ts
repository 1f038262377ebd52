import { type KeyboardEvent } from 'react'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>
export type HelpStep = 'help' | 'next' | 'previous'

const steps = new Map<string, HelpStep>([
  ['h', 'help'],
  ['H', 'help'],
  ['ArrowDown', 'next'],
  ['ArrowUp', 'previous'],
])

/** What a key means on a line that has the focus; null where it means nothing there. */
export const helpStepFor = ({ key, ctrlKey, metaKey, altKey }: Pressed): HelpStep | null =>
  ctrlKey || metaKey || altKey ? null : (steps.get(key) ?? null)

/** Does what the key says: it presses the line's own button, or goes to another line's. */
export function takeHelpStep(event: KeyboardEvent<HTMLElement>): void {
  const step = helpStepFor(event)
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('li button')]
  const place = buttons.findIndex((button) =>
    button.closest('li')?.contains(document.activeElement),
  )
  const focused = buttons[place]
  if (step === null || !focused) return
  event.preventDefault()
  if (step === 'help') focused.click()
  else buttons[place + (step === 'next' ? 1 : -1)]?.focus()
}
