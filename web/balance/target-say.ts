import { type ShareReply } from '../../shared/balance/basis.ts'
import { type TargetGroup } from '../../shared/balance/group-replies.ts'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { sayCount } from '../ui/say-count.ts'
import { sayPart, sayReach } from './target-share.ts'

type Realism = Pick<TargetGroup, 'within' | 'resolvedWithin' | 'resolvedBeyond'>

/**
 * What a target means for one kind of call, said about the target: "3 min: 12 % of calls like
 * this finish within it (5 of 40); of those 60 % stay resolved, of the longer ones 81 %."
 */
export function sayTarget(realism: Realism, seconds: number): string {
  const { within, resolvedWithin, resolvedBeyond } = realism
  const target = sayDuration(seconds)
  if (within.of === 0) return `${target}: of no call like this the outcome is known yet.`
  if (within.count === 0) {
    return `${target}: none of ${sayCount(within.of)} calls like this finishes within it; ${sayStaying(resolvedBeyond, 'of them')}.`
  }
  const inTime = `${sayFinishing(within)}; ${sayStaying(resolvedWithin, 'of those')}`
  if (within.count === within.of) return `${target}: ${inTime}. None was longer.`
  return `${target}: ${inTime}, of the longer ones ${sayLonger(resolvedBeyond)}.`
}

function sayFinishing({ count, of }: ShareReply): string {
  const finish = 'of calls like this finish within it'
  if (count === of) return `all ${sayCount(of)} calls like this finish within it`
  if (of >= percentageNeeds) {
    return `${sayPart({ count, of })} ${finish} (${sayCount(count)} of ${sayCount(of)})`
  }
  return `${count} of ${of} calls like this ${count === 1 ? 'finishes' : 'finish'} within it`
}

const sayStaying = (share: ShareReply, whose: string): string =>
  share.of === 0
    ? `what became ${whose} is not known`
    : `${whose} ${sayPart(share)} ${share.count === 1 && share.of < percentageNeeds ? 'stays' : 'stay'} resolved`

const sayLonger = (share: ShareReply): string =>
  share.of === 0 ? 'it is not known' : sayPart(share)

/** How sure that is; null where there are too few calls for any of it. */
export function sayHowSure({ within, resolvedWithin, resolvedBeyond }: Realism): string | null {
  const finish = sayReach(within)
  const stay = [
    { reach: sayReach(resolvedWithin), whose: 'of those' },
    { reach: sayReach(resolvedBeyond), whose: 'of the longer ones' },
  ].filter(({ reach }) => reach !== null)
  if (finish === null) return null
  const staying = stay.map(({ reach, whose }) => `${whose} ${String(reach)}`).join(', ')
  const said = `About 95 % sure: ${finish} finish within it`
  return staying === '' ? `${said}.` : `${said}; ${staying} stay resolved.`
}

/**
 * How differently one target fits kinds of calls: "Between 12 % (no internet) and 84 % (address
 * change) of the calls of one kind finish within 3 min." Null where fewer than two kinds have
 * calls enough for a percentage.
 */
export function sayTargetSpread(
  groups: readonly Pick<TargetGroup, 'name' | 'within'>[],
  seconds: number,
): string | null {
  const part = ({ within }: (typeof groups)[number]) => within.count / within.of
  const known = groups
    .filter(({ within }) => !('tooFew' in within))
    .toSorted((one, other) => part(one) - part(other))
  const [least, most] = [known[0], known.at(-1)]
  if (least === undefined || most === undefined || known.length < 2) return null
  const say = (group: typeof least) => `${sayPart(group.within)} (${group.name})`
  return `Between ${say(least)} and ${say(most)} of the calls of one kind finish within ${sayDuration(seconds)}.`
}
