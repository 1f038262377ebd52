import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { CallsLink } from './calls-link.tsx'
import { type TargetSign } from './target-signs.ts'

type Props = {
  sign: TargetSign
  /** Calls of this kind, of the days of the answer. */
  kind: CallFilter
  name: string
}

/** Leads to the calls a sign near the target has counted; nothing where it has counted none. */
export const SignCalls = ({ sign: { counted }, kind, name }: Props) =>
  counted !== null &&
  counted.count !== 0 && (
    <CallsLink
      filter={{ ...kind, ...counted.filter }}
      {...(counted.count !== null && { count: counted.count })}
      of={name}
      isOfCenter
    />
  )
