import { useCallback, useEffect, useRef, useState } from 'react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { list, mine, show } from '../../shared/calls/contract.ts'
import { record, type Reflection } from '../../shared/reflections/contract.ts'
import { keyOf } from '../api/ask.ts'
import { isWorthRetrying } from '../api/query-client.ts'
import { Refused } from '../api/refused.ts'
import { sentenceFor } from '../api/sentences.ts'
import { tell } from '../api/tell.ts'
import { reflectionOf } from './draft.ts'
import { type Drafts, type DraftStore } from './draft-store.ts'

/** How often a waiting reflection is tried again: one small request, and none while none waits. */
const retrySeconds = 20

/** How it went with the last attempt to send the reflection on one call. */
export type Sending =
  | { state: 'sending' }
  | { state: 'sent' }
  | { state: 'waiting' }
  | { state: 'refused'; sentence: string }

/**
 * Sends reflections that were saved. One that can't reach the server waits, also over a reload,
 * and is tried again when the connection is back; a refusal is said, and the words stay.
 */
export function useSendDrafts(store: DraftStore, drafts: Drafts) {
  const [sendings, setSendings] = useState<ReadonlyMap<number, Sending>>(new Map())
  const underWay = useRef(new Set<number>())
  const deliver = useDelivery()

  const send = useCallback(
    async (callId: number): Promise<Sending['state']> => {
      const draft = store.all().get(callId)?.draft
      const reflection = draft && reflectionOf(draft)
      if (!reflection || underWay.current.has(callId)) return 'sending'
      const say = (sending: Sending) => {
        setSendings((before) => new Map(before).set(callId, sending))
        return sending.state
      }
      underWay.current.add(callId)
      store.wait(callId)
      say({ state: 'sending' })
      try {
        await deliver({ callId, reflection })
        store.settle(callId, draft)
        return say({ state: 'sent' })
      } catch (error) {
        if (mayPass(error)) return say({ state: 'waiting' })
        store.stopWaiting(callId)
        return say({ state: 'refused', sentence: sentenceFor(error) })
      } finally {
        underWay.current.delete(callId)
      }
    },
    [store, deliver],
  )

  const waiting = [...drafts].filter(([, kept]) => kept.isWaiting).map(([callId]) => callId)
  useWhenConnected(waiting.length > 0, () => {
    for (const callId of waiting) void send(callId)
  })
  return { send, sendings }
}

function useDelivery() {
  const client = useQueryClient()
  const { mutateAsync } = useMutation({
    /** Not paused while offline: the failure is what tells that the words have to wait. */
    networkMode: 'always',
    mutationFn: ({ callId, reflection }: { callId: number; reflection: Reflection }) =>
      tell(record, { params: { callId }, body: reflection }),
    onSuccess: () => {
      for (const question of [mine, list, show]) {
        void client.invalidateQueries({ queryKey: keyOf(question) })
      }
    },
  })
  return mutateAsync
}

/** A lost connection, a busy server or an ended session: the same words may go through later. */
function mayPass(error: unknown): boolean {
  if (isWorthRetrying(error)) return true
  if (!(error instanceof Refused)) return false
  return error.reason === 'not_signed_in' || error.reason === 'too_many_requests'
}

/** Calls `retry` when the page opens, when the connection is back, and now and then between. */
function useWhenConnected(isNeeded: boolean, retry: () => void) {
  const latest = useRef(retry)
  useEffect(() => {
    latest.current = retry
  })
  useEffect(() => {
    if (!isNeeded) return
    const tryAgain = () => {
      latest.current()
    }
    window.addEventListener('online', tryAgain)
    const timer = window.setInterval(tryAgain, retrySeconds * 1_000)
    return () => {
      window.removeEventListener('online', tryAgain)
      window.clearInterval(timer)
    }
  }, [isNeeded])
  useEffect(() => {
    latest.current()
  }, [])
}
