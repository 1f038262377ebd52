/** A heading of a document and the address it has on the page (as rehype-slug makes it). */
export type Entry = { title: string; slug: string }

const partHeading = /^## +(.*\S)/

/** The parts of a document, in their order: its headings of the second level. */
export const partsOf = (markdown: string): Entry[] =>
  markdown
    .replaceAll(/^```[\s\S]*?^```$/gm, '')
    .split('\n')
    .flatMap((line) => {
      const title = partHeading.exec(line)?.[1]
      return title === undefined ? [] : [{ title, slug: slugOf(title) }]
    })

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
