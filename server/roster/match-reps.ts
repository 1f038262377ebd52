import { type Transaction } from '../database/connect.ts'
import { Refused } from '../http/refused.ts'
import {
  addRep,
  type ChangeKind,
  describeRep,
  findAliasIds,
  findChanges,
  findRepState,
  findSignIns,
  insertChange,
  markUndone,
  moveAliases,
  moveSignIns,
  removeRep,
  type RepState,
  type SignIns,
} from './rep-change-store.ts'

/** Names that go from one rep to another; `isWhole` where nothing of the one remains. */
export type NamesMoved = {
  aliasIds: readonly number[]
  fromRepId: number
  toRepId: number
  isWhole: boolean
}

/** What hangs on a rep elsewhere; nouns meet only at tables, so app.ts gives the ways there. */
export type Followers = {
  /** Keeps calls from coming in until the transaction ends. */
  hold: (transaction: Transaction, organizationId: number) => Promise<unknown>
  /** Legs, offers and reflections follow their names. */
  follow: (
    transaction: Transaction,
    organizationId: number,
    moved: NamesMoved,
  ) => Promise<{ legs: number; aside: readonly unknown[] }>
  /** Puts back the reflections that were set aside. */
  restore: (
    transaction: Transaction,
    organizationId: number,
    aside: readonly unknown[],
  ) => Promise<void>
}

export type Doing = {
  transaction: Transaction
  organizationId: number
  followers: Followers
  actor: string
  now: number
}

/** What it takes to undo a change: the two reps before it, who signed in, what was set aside. */
type Kept = { giver: RepState; taker: RepState; signIns: SignIns; aside: readonly unknown[] }

const nobody: SignIns = { userIds: [], invitationIds: [] }

/** Makes two reps one: the first goes, the second has all their names and calls. */
export async function mergeReps(doing: Doing, repId: number, intoRepId: number): Promise<number> {
  await hold(doing)
  if (repId === intoRepId) throw new Refused('same_rep', 'Choose two different reps.')
  const giver = await repOrRefusal(doing, repId)
  const taker = await repOrRefusal(doing, intoRepId)
  const aliasIds = await findAliasIds(doing.transaction, doing.organizationId, giver.id)
  return giveNames(doing, { kind: 'merged', giver, taker, aliasIds, isWhole: true })
}

/** Gives a name to a rep; somebody nobody has confirmed, of whom no name is left, goes. */
export async function matchAlias(doing: Doing, aliasId: number, fromRepId: number, repId: number) {
  if (fromRepId === repId) return null
  const giver = await repOrRefusal(doing, fromRepId)
  const taker = await repOrRefusal(doing, repId)
  const held = await findAliasIds(doing.transaction, doing.organizationId, giver.id)
  const isWhole = !giver.isConfirmed && held.length === 1
  return giveNames(doing, { kind: 'matched', giver, taker, aliasIds: [aliasId], isWhole })
}

/** Makes a name a rep of its own, whom nobody has confirmed yet. */
export async function splitAlias(
  doing: Doing,
  alias: { id: number; alias: string; repId: number },
): Promise<number> {
  const { transaction, organizationId } = doing
  const giver = await repOrRefusal(doing, alias.repId)
  if ((await findAliasIds(transaction, organizationId, giver.id)).length < 2) {
    throw new Refused('only_name', `"${alias.alias}" is the only name ${giver.name} has.`)
  }
  const own = { name: alias.alias, teamId: null, isConfirmed: false }
  const id = await addRep(transaction, organizationId, { ...own, id: null })
  const taker = { ...own, id }
  return giveNames(doing, { kind: 'split', giver, taker, aliasIds: [alias.id], isWhole: false })
}

/** Gives names, calls, reflections and sign-ins back to who had them before a change. */
export async function undoChange(doing: Doing, changeId: number): Promise<number> {
  const { transaction, organizationId } = doing
  await hold(doing)
  const [change] = await findChanges<Kept>(transaction, organizationId, { id: changeId })
  if (!change) throw new Refused('rep_change_unknown', 'There is no such change.')
  if (!change.mayUndo) {
    throw new Refused(
      'not_undoable',
      'These names have moved on since. Undo the later change first.',
    )
  }
  const names = {
    rep: { id: change.otherRepId, name: change.otherName },
    other: { id: change.repId, name: change.repName },
  }
  const legs = change.kept === null ? 0 : await giveBack(doing, change.kept, change.aliasIds)
  const id = await insertChange(transaction, organizationId, {
    ...{ kind: 'undone', at: new Date(doing.now), actor: doing.actor, ...names },
    ...{ aliasIds: change.aliasIds, legs, kept: null },
  })
  await markUndone(transaction, organizationId, changeId, id)
  return id
}

async function giveBack(
  { transaction, organizationId, followers }: Doing,
  { giver, taker, signIns, aside }: Kept,
  aliasIds: readonly number[],
): Promise<number> {
  const there = await findRepState(transaction, organizationId, giver.id)
  if (!there) await addRep(transaction, organizationId, giver)
  await moveAliases(transaction, organizationId, aliasIds, giver.id)
  const from = { fromRepId: taker.id, toRepId: giver.id }
  await moveSignIns(transaction, organizationId, signIns, from)
  const left = await findAliasIds(transaction, organizationId, taker.id)
  // Whoever was made by a split, and has not been confirmed since, goes again.
  const now = await findRepState(transaction, organizationId, taker.id)
  const isWhole = left.length === 0 && now?.isConfirmed === false
  const followed = await followers.follow(transaction, organizationId, {
    ...{ aliasIds, ...from, isWhole },
  })
  await followers.restore(transaction, organizationId, aside)
  const merged = mergedRep(giver, taker)
  if (now && !isWhole && !there && isAlike(now, merged)) {
    await describeRep(transaction, organizationId, taker)
  }
  if (isWhole) {
    const all = await findSignIns(transaction, organizationId, taker.id)
    await moveSignIns(transaction, organizationId, all, from)
    await removeRep(transaction, organizationId, taker.id)
  }
  return followed.legs
}

type Giving = {
  kind: ChangeKind
  giver: RepState
  taker: RepState
  aliasIds: readonly number[]
  isWhole: boolean
}

async function giveNames(
  { transaction, organizationId, followers, actor, now }: Doing,
  { kind, giver, taker, aliasIds, isWhole }: Giving,
): Promise<number> {
  const from = { fromRepId: giver.id, toRepId: taker.id }
  await moveAliases(transaction, organizationId, aliasIds, taker.id)
  const followed = await followers.follow(transaction, organizationId, {
    ...{ aliasIds, ...from, isWhole },
  })
  const signIns = isWhole ? await findSignIns(transaction, organizationId, giver.id) : nobody
  if (isWhole) {
    await moveSignIns(transaction, organizationId, signIns, from)
    await removeRep(transaction, organizationId, giver.id)
    await describeRep(transaction, organizationId, mergedRep(giver, taker))
  }
  const kept: Kept = { giver, taker, signIns, aside: followed.aside }
  return insertChange(transaction, organizationId, {
    ...{ kind, at: new Date(now), actor, rep: taker, other: giver },
    ...{ aliasIds, legs: followed.legs, kept },
  })
}

/** The one rep of two: known where either was, in the team of the one that stays if it has one. */
export const mergedRep = (giver: RepState, taker: RepState): RepState => ({
  ...taker,
  teamId: taker.teamId ?? giver.teamId,
  isConfirmed: taker.isConfirmed || giver.isConfirmed,
})

const isAlike = (one: RepState, other: RepState): boolean =>
  one.teamId === other.teamId && one.isConfirmed === other.isConfirmed

const hold = ({ followers, transaction, organizationId }: Doing) =>
  followers.hold(transaction, organizationId)

async function repOrRefusal({ transaction, organizationId }: Doing, id: number): Promise<RepState> {
  const found = await findRepState(transaction, organizationId, id)
  if (found) return found
  throw new Refused('rep_unknown', 'There is no such rep.')
}
