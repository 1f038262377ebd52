import { otherWords } from '../roster/words.ts'
import { PageHeading } from '../ui/page-heading.tsx'

/** What a wall display sees until there is a board. */
export function NoBoardPage() {
  return <PageHeading title={otherWords.noBoard} lead={otherWords.noBoardWhy} />
}
