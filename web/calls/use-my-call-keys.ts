import { useEffect, useRef } from 'react'
import { type CallLine } from '../../shared/calls/beside.ts'
import { stepFor, type CallStep } from './my-call-keys.ts'
import { rowButtonId } from './my-call-list.tsx'

type Given = {
  /** In the order in which they stand on the page. */
  lines: readonly Pick<CallLine, 'callId'>[]
  selectedId: number | null
  isOn: boolean
  onReflect: (callId: number) => void
  onOpen: (callId: number) => void
}

/**
 * The keys of the list of calls, wherever the focus is on the page, except where something is
 * being written or a dialog is open. They can be switched off (WCAG 2.1.4).
 */
export function useMyCallKeys(given: Given) {
  const latest = useRef(given)
  useEffect(() => {
    latest.current = given
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body
      if (!latest.current.isOn || event.defaultPrevented || target.closest(busy)) return
      const step = stepFor(event, target.closest('[data-calls]') !== null)
      if (step && take(step, latest.current)) event.preventDefault()
    }
    window.addEventListener('keydown', listen)
    return () => {
      window.removeEventListener('keydown', listen)
    }
  }, [])
}

/** Where single letters are text or belong to something else. */
const busy = 'input, textarea, select, form, [contenteditable], [role=dialog], [role=menu]'

/** Whether the key did something. */
function take(step: CallStep, { lines, selectedId, onReflect, onOpen }: Given): boolean {
  const place = lines.findIndex(({ callId }) => callId === selectedId)
  const chosen = lines[place] ?? lines[0]
  if (!chosen) return false
  switch (step) {
    case 'reflect':
      onReflect(chosen.callId)
      return true
    case 'open':
      onOpen(chosen.callId)
      return true
    case 'next':
      return focusRow(lines[Math.min(place + 1, lines.length - 1)])
    case 'previous':
      return focusRow(lines[Math.max(place - 1, 0)])
  }
}

function focusRow(line: Pick<CallLine, 'callId'> | undefined): boolean {
  if (line) document.getElementById(rowButtonId(line.callId))?.focus()
  return line !== undefined
}
