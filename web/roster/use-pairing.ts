import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import * as contract from '../../shared/roster/display-contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { isWorthRetrying } from '../api/query-client.ts'
import { Refused } from '../api/refused.ts'
import { send } from '../api/send.ts'
import { sentenceFor } from '../api/sentences.ts'
import { tell } from '../api/tell.ts'
import { pairWords } from './display-words.ts'
import { type Me } from './me.ts'
import { agreeOn, nothingShown, type PairingShown, secondLater } from './pairing-shown.ts'

/** How often a display asks whether it was paired; each costs the server one small question. */
const claimSeconds = 3
/** After an answer that did not come, and after one that said no. */
const retrySeconds = 5
const refusedSeconds = 30

type Pairing = ReplyOf<typeof contract.startPairing>
type Change = (shown: PairingShown) => PairingShown

/** Gets a code, asks what became of it, and goes on by itself for as long as nobody enters it. */
export function usePairing(): PairingShown {
  const client = useQueryClient()
  const [shown, setShown] = useState(nothingShown)
  useEffect(() => {
    let pairing: Pairing | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const goOn = async () => {
      const next = await lookOnce(pairing).catch(afterFailure)
      if (isOver) return
      if (next.pairing !== undefined) pairing = next.pairing
      // What a signed-out browser knew does not hold for the display.
      if (next.isPaired) client.clear()
      setShown(next.change)
      if (!next.isPaired) timer = setTimeout(() => void goOn(), next.seconds * 1_000)
    }
    void goOn()
    const ticking = setInterval(() => {
      setShown(secondLater)
    }, 1_000)
    return () => {
      isOver = true
      clearTimeout(timer)
      clearInterval(ticking)
    }
  }, [client])
  return shown
}

type Next = {
  /** Left out where it stays as it is. */
  pairing?: Pairing | null
  change: Change
  isPaired: boolean
  /** Until the next look. */
  seconds: number
}

const paired: Next = {
  change: (shown) => ({ ...shown, isPaired: true, trouble: null }),
  ...{ isPaired: true, seconds: 0 },
}

/** @throws Refused */
async function lookOnce(pairing: Pairing | null): Promise<Next> {
  if (!pairing) return begin()
  const { state, secondsLeft } = await tell(contract.claimPairing, {
    body: { secret: pairing.secret },
  })
  if (state === 'paired') return paired
  if (state === 'expired') return begin()
  const change: Change = (shown) => ({
    ...shown,
    code: pairing.code,
    secondsLeft: agreeOn(shown.secondsLeft, secondsLeft ?? 0),
    trouble: null,
  })
  return { change, isPaired: false, seconds: claimSeconds }
}

/** A display that is paired already, and was only switched on again, needs no code. */
async function begin(): Promise<Next> {
  const me = await whoIsHere()
  if (me?.role === 'floor') return paired
  const pairing = await tell(contract.startPairing, {})
  const { code, secondsLeft } = pairing
  const signedIn = me?.name ?? null
  const change: Change = (shown) => ({ ...shown, code, secondsLeft, signedIn, trouble: null })
  return { pairing, change, isPaired: false, seconds: claimSeconds }
}

async function whoIsHere(): Promise<Me | null> {
  try {
    return (await send(roster.me.path, { method: roster.me.method })) as Me
  } catch (error) {
    if (error instanceof Refused && error.reason === 'not_signed_in') return null
    throw error
  }
}

function afterFailure(error: unknown): Next {
  const passes = isWorthRetrying(error)
  const trouble = passes ? pairWords.unreachable : sentenceFor(error)
  return {
    change: (shown) => ({ ...shown, trouble }),
    ...{ isPaired: false, seconds: passes ? retrySeconds : refusedSeconds },
  }
}
