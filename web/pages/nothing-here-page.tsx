import { paths } from '../paths.ts'
import { otherWords } from '../roster/words.ts'
import { TextLink } from '../ui/link.tsx'
import { PageHeading } from '../ui/page-heading.tsx'

export function NothingHerePage() {
  return (
    <>
      <PageHeading title={otherWords.nothingHere} lead={otherWords.nothingHereWhy} />
      <TextLink to={paths.home}>{otherWords.toStart}</TextLink>
    </>
  )
}
