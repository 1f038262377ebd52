import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { paths } from '../paths.ts'
import { useMe } from '../roster/me.ts'
import { TextLink } from '../ui/link.tsx'
import { sayCount } from '../ui/say-count.ts'

type Props = {
  filter: CallFilter
  /** How many were counted; left out where no one number says it. */
  count?: number
  /** Whose they are, for who does not see what stands beside the link. */
  of?: string
  /** The number is of the whole center, of which whoever leads teams may see only their part. */
  isOfCenter?: boolean
}

/** Leads from a number to the list of exactly the calls it counts. */
export function CallsLink({ filter, count, of, isOfCenter = false }: Props) {
  const { role } = useMe()
  const said = isOfCenter && role === 'supervisor' ? 'Show those of your teams' : sayShow(count)
  return (
    <TextLink
      to={paths.calls}
      search={filter}
      inherit
      {...(of !== undefined && { 'aria-label': `${said}: ${of}` })}
    >
      {said}
    </TextLink>
  )
}

function sayShow(count: number | undefined): string {
  if (count === undefined) return 'Show the calls'
  return count === 1 ? 'Show this call' : `Show these ${sayCount(count)} calls`
}
