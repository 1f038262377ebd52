import { type Page } from 'playwright-core'

/** A silent server is noticed within 13 s, and given up after 12 s more. */
const phaseMillisecondsLimit = 40_000

/** Waits until the floor says how its connection stands. */
export const says = (page: Page, words: string): Promise<void> =>
  page
    .getByRole('status')
    .getByText(words)
    .waitFor({ state: 'attached', timeout: phaseMillisecondsLimit })

export const isLive = (page: Page): Promise<void> => says(page, 'The floor is live.')
