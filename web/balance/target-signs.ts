import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { type CallFilter } from '../../shared/calls/call-filter.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { sayCount } from '../ui/say-count.ts'
import { mayReturn } from './may-return.ts'
import { sayExpected } from './sign-expected.ts'

/** What was looked for near a target, and what was found; null where there is too little to look. */
export type TargetSign = {
  kind: 'bunching' | 'returns' | 'handOns'
  isFlagged: boolean | null
  /** Said plainly, about the target. */
  words: string
  /** The calls it has looked at or found, and how many where one number says it. */
  counted: { filter: CallFilter; count: number | null } | null
}

type Near = Pick<TargetGroup, 'bunching' | 'returnsAcross' | 'handOnsNear'>

/** How far below a target its pull is looked for (METHOD 7). */
const nearSeconds = 30
const near = sayDuration(nearSeconds)

/** Legs of the last seconds before the target: [T − 30 s, T), and times are whole seconds. */
const justBelow = (seconds: number): CallFilter => ({
  counted: 'time_recorded',
  ...(seconds > nearSeconds && { beyondSeconds: seconds - nearSeconds - 1 }),
  uptoSeconds: seconds - 1,
})

const absent: Record<TargetSign['kind'], string> = {
  bunching: 'calls piling up just below it',
  returns: 'more returns after calls that end just below it',
  handOns: 'more hand-ons when it is near',
}

/** D1, D2 and D3 of METHOD 7 for one kind of call, what was found first. */
export function targetSigns(group: Near, seconds: number): TargetSign[] {
  const signs = [
    sayBunching(group.bunching, seconds),
    sayReturns(group.returnsAcross, seconds),
    sayHandOns(group.handOnsNear, seconds),
  ]
  return signs.toSorted((one, other) => rank(one) - rank(other))
}

const rank = ({ isFlagged }: TargetSign) => (isFlagged === true ? 0 : isFlagged === false ? 1 : 2)

const tooFew = (kind: TargetSign['kind']): TargetSign => ({
  kind,
  isFlagged: null,
  counted: null,
  words: `Too few calls near it to look for signs of ${absent[kind]}.`,
})

function sayBunching(found: Near['bunching'], seconds: number): TargetSign {
  if (found === null) return tooFew('bunching')
  const target = sayDuration(seconds)
  const { observed, fitted, flagged } = found
  const counts = `${sayCount(observed)} ended in the ${near} before ${target}, ${sayExpected(fitted)} would without a target`
  return {
    kind: 'bunching',
    isFlagged: flagged,
    counted: { filter: justBelow(seconds), count: observed },
    words: flagged
      ? `Calls pile up just below it: ${counts}.`
      : `No sign of ${absent.bunching}: ${counts}.`,
  }
}

function sayReturns(found: Near['returnsAcross'], seconds: number): TargetSign {
  if (found === null) return tooFew('returns')
  const target = sayDuration(seconds)
  const { difference, low, high, flagged } = found
  const reach = `about 95 % sure of ${sayPoints(low)} to ${sayPoints(high)}`
  const counts =
    Math.round(100 * difference) === 0
      ? `customers return as often as after calls just over ${target} (${reach} in 100)`
      : `of 100 customers ${Math.abs(Math.round(100 * difference))} ${difference > 0 ? 'more' : 'fewer'} return than after calls just over ${target} (${reach})`
  return {
    kind: 'returns',
    isFlagged: flagged,
    counted: { filter: { ...justBelow(seconds), class: mayReturn }, count: null },
    words: flagged
      ? `Calls that end just below it come back more often: ${counts}.`
      : `No sign of ${absent.returns}: ${counts}.`,
  }
}

/** Customers in a hundred, with a real minus. */
const sayPoints = (share: number): string => {
  const points = Math.round(100 * share)
  return points < 0 ? `−${-points}` : String(points)
}

function sayHandOns(found: Near['handOnsNear'], seconds: number): TargetSign {
  if (found === null) return tooFew('handOns')
  const target = sayDuration(seconds)
  const { observed, expected, flagged } = found
  const calls = observed === 1 ? 'call was' : 'calls were'
  const counts = `${sayCount(observed)} ${calls} handed on in the ${near} before ${target}, where ${sayExpected(expected)} would be expected`
  return {
    kind: 'handOns',
    isFlagged: flagged,
    counted: { filter: { ...justBelow(seconds), class: ['handed_on'] }, count: observed },
    words: flagged
      ? `Calls are handed on when it is near: ${counts}.`
      : `No sign of ${absent.handOns}: ${counts}.`,
  }
}

/** One sentence for all that was looked for and not found, one for what could not be looked for. */
export function sayQuietSigns(signs: readonly TargetSign[]): string[] {
  const named = (isFlagged: boolean | null) =>
    signs.filter((sign) => sign.isFlagged === isFlagged).map(({ kind }) => absent[kind])
  const [none, unknown] = [named(false), named(null)]
  if (unknown.length === signs.length) return ['Too few calls near it to see whether it pulls.']
  return [
    ...(none.length > 0 ? [`No sign ${sayOf(none)}.`] : []),
    ...(unknown.length > 0 ? [`Too few calls near it to look for signs ${sayOf(unknown)}.`] : []),
  ]
}

/** "of this, of that, or of something else". */
function sayOf(items: readonly string[]): string {
  const parts = items.map((item) => `of ${item}`)
  if (parts.length < 2) return parts.join('')
  return `${parts.slice(0, -1).join(', ')}, or ${parts.at(-1) ?? ''}`
}

/** Kinds of calls of which something was found first, then those with most calls. */
export function orderTargetGroups(groups: readonly TargetGroup[]): TargetGroup[] {
  const found = (group: TargetGroup) =>
    [group.bunching, group.returnsAcross, group.handOnsNear].some((sign) => sign?.flagged === true)
  return groups.toSorted(
    (one, other) => Number(found(other)) - Number(found(one)) || other.legs - one.legs,
  )
}
