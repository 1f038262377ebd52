import { codingDrift } from '../../shared/balance/coding-drift.ts'
import { type Signs } from '../../shared/balance/contract.ts'
import { statementsPerAnswerLimit } from '../../shared/balance/limits.ts'
import { returnsPastWindow } from '../../shared/balance/returns-past-window.ts'
import { type Detector, type DetectorGrouping } from '../../shared/balance/words.ts'
import { newcombeInterval } from '../../shared/measure/newcombe-interval.ts'
import { percentageNeeds } from '../../shared/measure/share.ts'
import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { findBasis, type Span } from './basis.ts'
import { type Remember } from './remember.ts'
import {
  type CodeRow,
  countPadding,
  isSeenGroup,
  type SignRow,
  sumCodes,
  sumSigns,
} from './sign-store.ts'

type Statement = Signs['statements'][number]
type Counts = { key: string; name: string; count: number; of: number }

/** Chance would bring a difference of codes as large this seldom. */
const driftProbability = 0.001

/** Signs that a target or a process does harm, group by group (METHOD 7, D4 to D11). */
export async function answerSigns(
  { sql, remember }: { sql: Reading; remember: Remember },
  viewer: Viewer,
  query: Span & { by: DetectorGrouping },
): Promise<Signs> {
  const { days, state, told } = await findBasis(sql, viewer, query)
  if (days === null) return { ...told, statements: [] }
  const sight = sightOf(viewer)
  const { by } = query
  const key = `${viewer.organizationId} signs ${by} ${days.from} ${days.to ?? ''}`
  const all = await remember(String(state.revision), key, async () => {
    const [rows, codes, padding] = await Promise.all([
      sumSigns(sql, sight, { by, days }),
      sumCodes(sql, sight, { by, days }),
      countPadding(sql, sight, { by, days }),
    ])
    const padded = padding.map(({ legs, padded: count, ...group }) => ({
      ...group,
      count,
      of: legs,
    }))
    return [...statementsOf(rows), ...driftOf(codes), ...besideTheRest('padding', padded)]
  })
  const seen = all.filter((statement) => isSeenGroup(sight, by, statement.key))
  return { ...told, statements: seen.slice(0, statementsPerAnswerLimit) }
}

/** What each group is compared with: the same share in the rest of the center. */
const shares: readonly (readonly [Detector, keyof SignRow, keyof SignRow])[] = [
  ['back_within_hour', 'hourBack', 'hourCounted'],
  ['rep_hung_up', 'briefEndedByRep', 'brief'],
  ['claims_against_returns', 'declaredBack', 'declared'],
  ['unidentified_customers', 'notLinkable', 'inbound'],
]

export function statementsOf(rows: readonly SignRow[]): Statement[] {
  return [
    ...shares.flatMap(([detector, count, of]) =>
      besideTheRest(
        detector,
        rows.map((row) => ({
          ...{ key: row.key, name: row.name },
          ...{ count: Number(row[count]), of: Number(row[of]) },
        })),
      ),
    ),
    ...rows.flatMap(pastWindowOf),
    ...rows.flatMap(surveysOf),
  ]
}

function besideTheRest(detector: Detector, groups: readonly Counts[]): Statement[] {
  const all = groups.reduce(
    (sum, group) => ({ count: sum.count + group.count, of: sum.of + group.of }),
    { count: 0, of: 0 },
  )
  return groups.flatMap((group) => {
    const rest = { count: all.count - group.count, of: all.of - group.of }
    const difference = newcombeInterval(group, rest)
    if (!difference || group.of < percentageNeeds || rest.of < percentageNeeds) return []
    return [
      {
        ...{ detector, ...group, usually: (group.of * rest.count) / rest.of },
        ...{ low: difference.low, high: difference.high, flagged: difference.low > 0 },
      },
    ]
  })
}

function pastWindowOf({ key, name, backAfterWindow, backBeforeWindow }: SignRow): Statement[] {
  const found = returnsPastWindow(backAfterWindow, backBeforeWindow)
  const of = backAfterWindow + backBeforeWindow
  if (!found || of < percentageNeeds) return []
  return [
    {
      ...{ detector: 'just_past_window', key, name, count: backAfterWindow, of, usually: of / 2 },
      ...{ low: found.lateShare.low, high: found.lateShare.high, flagged: found.flagged },
    },
  ]
}

/** Whether customers are asked more often where the call went well. */
function surveysOf(row: SignRow): Statement[] {
  const asked = { count: row.resolvedSurveyed, of: row.resolved }
  const others = { count: row.notResolvedSurveyed, of: row.notResolved }
  const difference = newcombeInterval(asked, others)
  if (!difference || asked.count + others.count < percentageNeeds) return []
  if (asked.of < percentageNeeds || others.of < percentageNeeds) return []
  return [
    {
      ...{ detector: 'survey_steering', key: row.key, name: row.name, ...asked },
      usually: (asked.of * others.count) / others.of,
      ...{ low: difference.low, high: difference.high, flagged: difference.low > 0 },
    },
  ]
}

function driftOf(rows: readonly CodeRow[]): Statement[] {
  const groups = new Map(rows.map(({ key, name }) => [key, name]))
  return [...groups].flatMap(([key, name]) => {
    const own = rows.filter((row) => row.key === key)
    const legs = own.reduce((sum, row) => sum + row.legs, 0)
    const drift = codingDrift(own.map(({ repId, ...row }) => ({ ...row, rep: repId })))
    if (!drift || legs < percentageNeeds) return []
    return [
      {
        ...{ detector: 'coding_drift', key, name, count: Math.round(drift.g), of: legs },
        ...{ usually: drift.degrees, low: null, high: null },
        flagged: drift.probability < driftProbability,
      },
    ]
  })
}
