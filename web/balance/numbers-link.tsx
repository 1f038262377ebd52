import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'

const said = 'How these numbers come about'

type Props = {
  anchor: string
  /** What they are numbers of, for who does not see what stands beside the link. */
  of: string
}

/** Leads from a drawing or a list to its entry in the page about all numbers. */
export const NumbersLink = ({ anchor, of }: Props) => (
  <TextLink to={paths.numbers} hash={anchor} inherit aria-label={`${said}: ${of}`}>
    {said}
  </TextLink>
)
