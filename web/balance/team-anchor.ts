const beginning = '#rep-'

/** Where a rep's numbers stand on the page. */
export const repAnchor = (repId: number): string => `${beginning}${repId}`

/** The rep an anchor of this page leads to. */
export const repOfAnchor = (anchor: string): number => Number(anchor.slice(beginning.length))
