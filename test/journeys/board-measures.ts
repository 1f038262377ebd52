import { type Page } from 'playwright-core'

/** Texts of the wall of which a part is outside their tile or the screen. */
export const cutOffIn = (page: Page): Promise<string[]> =>
  page.locator('main').evaluate((wall) =>
    [...wall.querySelectorAll<HTMLElement>('li, p, dd, h1, h2')]
      .filter((each) => each.innerText !== '' && each.closest('[aria-live]:empty') === null)
      .filter((each) => {
        const { right, bottom, top } = each.getBoundingClientRect()
        const isInside = right <= innerWidth + 1 && bottom <= innerHeight + 1 && top >= -1
        return !isInside || each.scrollHeight > each.clientHeight * 1.1 + 4
      })
      .map((each) => each.innerText),
  )

/** Numbers that reach into the one beside them, or out of their tile. */
export const figuresTouching = (page: Page): Promise<string[]> =>
  page.locator('main dl').evaluateAll((lists) =>
    lists.flatMap((list) => {
      const figures = [...list.querySelectorAll<HTMLElement>('dd')]
      const rights = figures.map((figure) => {
        const range = document.createRange()
        range.selectNodeContents(figure)
        return range.getBoundingClientRect().right
      })
      const ends = figures.map(
        (_, place) =>
          figures[place + 1]?.getBoundingClientRect().left ?? list.getBoundingClientRect().right,
      )
      return figures.filter((_, n) => rights[n]! > ends[n]! + 1).map((each) => each.innerText)
    }),
  )

/** The smallest letters of the wall, as a share of the screen's height. */
export const smallestLettersOf = (page: Page): Promise<number> =>
  page.locator('main').evaluate((wall) => {
    const shown = [...wall.querySelectorAll<HTMLElement>('li, p, dt, dd, h1, h2')].filter(
      (each) => each.innerText.trim() !== '',
    )
    const sizes = shown.map((each) => parseFloat(getComputedStyle(each).fontSize))
    return Math.min(...sizes) / innerHeight
  })
