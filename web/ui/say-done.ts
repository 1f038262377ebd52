import { notifications } from '@mantine/notifications'
import { words } from './words.ts'

const shownSeconds = 5

/** Says that something is done, where the page itself hardly shows it. */
export function sayDone(sentence: string): void {
  notifications.show({
    message: sentence,
    autoClose: shownSeconds * 1_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': words.close },
  })
}

/** The same, when what had the focus is gone with it: the keyboard goes on from the heading. */
export function sayGone(sentence: string): void {
  sayDone(sentence)
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
}
