import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import * as contract from '../../../shared/intake/upload-contract.ts'
import { type Upload } from '../../../shared/intake/upload.ts'
import { keyOf } from '../../api/ask.ts'
import { Refused } from '../../api/refused.ts'
import { tell } from '../../api/tell.ts'
import { sendFile } from './send-file.ts'
import { uploadOf } from './upload-of.ts'

/** A file on its way from this page; the server knows it from its first part on. */
export type Sending = {
  key: number
  file: File
  upload: Upload | null
  /** Why it stopped; null while it waits or goes on. */
  error: Refused | null
}

type Needs = {
  /** What is on the server already: a file that is there in part goes on. */
  uploads: readonly Upload[]
  /** All that were chosen have arrived; they are read the same way. */
  onWhole: (uploads: readonly Upload[]) => void
}

/** Sends files one after another, and stops when the page is left; what came stays. */
export function useSendings({ uploads, onWhole }: Needs) {
  const client = useQueryClient()
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const counter = useRef(0)
  /** Files that are still to be sent, and those that have arrived meanwhile. */
  const remaining = useRef(new Set<number>())
  const whole = useRef<Upload[]>([])
  const current = useRef<{ key: number; stop: AbortController } | null>(null)
  const change = (key: number, changed: Partial<Sending>) => {
    setSendings((all) => all.map((each) => (each.key === key ? { ...each, ...changed } : each)))
  }
  const drop = (key: number) => {
    setSendings((all) => all.filter((each) => each.key !== key))
    remaining.current.delete(key)
    if (remaining.current.size === 0 && whole.current.length > 0) onWhole(whole.current.splice(0))
  }
  const sendOne = async (sending: Sending, signal: AbortSignal) => {
    const { key, file } = sending
    const known = sending.upload ?? uploadOf(file, uploads)
    const opened = known ?? (await tell(contract.openUpload, { body: bodyOf(file) }))
    change(key, { upload: opened })
    const onReceived = (upload: Upload) => {
      change(key, { upload })
    }
    const arrived = await sendFile(file, opened, { signal, wait, onReceived })
    whole.current.push(arrived)
    drop(key)
  }
  const begin = (sending: Sending) => {
    const stop = new AbortController()
    current.current = { key: sending.key, stop }
    void sendOne(sending, stop.signal)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) change(sending.key, { error: refusalIn(error) })
      })
      .then(() => client.invalidateQueries({ queryKey: keyOf(contract.uploads) }))
      .finally(() => {
        if (current.current?.key === sending.key) current.current = null
        // Whoever waits has their turn now.
        setSendings((all) => [...all])
      })
  }
  useEffect(() => {
    const next = sendings.find(({ error }) => error === null)
    if (current.current === null && next) begin(next)
  })
  useEffect(
    () => () => {
      current.current?.stop.abort()
    },
    [],
  )
  return {
    sendings,
    add: (files: readonly File[]) => {
      const added = files.map((file) => {
        counter.current += 1
        remaining.current.add(counter.current)
        return { ...{ key: counter.current, file }, upload: null, error: null }
      })
      setSendings((all) => [...all, ...added])
    },
    goOn: (key: number) => {
      change(key, { error: null })
    },
    /** Stops sending; what is on the server of it is deleted by `dropUpload`. */
    stop: (key: number) => {
      if (current.current?.key === key) current.current.stop.abort()
      drop(key)
    },
  }
}

const bodyOf = ({ name, size }: File) => ({ name, bytes: size })

const wait = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1_000)
  })

const refusalIn = (error: unknown): Refused =>
  error instanceof Refused ? error : new Refused({ reason: 'bug', message: String(error) })
