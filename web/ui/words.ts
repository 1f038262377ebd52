/** What the shared pieces of the pages say. */
export const words = {
  loading: 'Loading …',
  failed: 'That did not work',
  again: 'Try again',
  requestId: 'Number of this request',
  restsOn: (count: number) => (count === 1 ? 'rests on 1 call' : `rests on ${count} calls`),
  copy: 'Copy',
  copied: 'Copied',
  more: 'Show more',
  close: 'Close',
  howComputed: 'How it is computed',
  whenWithheld: 'When it is withheld',
  source: 'Source',
  readMore: 'Read more',
}

/** The end of every document title. */
export const productName = 'Wellspent'
