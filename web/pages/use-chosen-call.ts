import { useEffect, useRef, useState } from 'react'
import { type CallLine } from '../../shared/calls/beside.ts'
import { rowButtonId } from '../calls/my-call-list.tsx'

/**
 * Which of the rep's calls is chosen and which is open. The keyboard always stands somewhere:
 * when a reflection closes the focus goes back to its call, when it is saved to the next one, and
 * when a call moves to another list the focus moves with it.
 */
export function useChosenCall(lines: readonly CallLine[]) {
  const [selectedId, setSelectedId] = useState<number | null>(null)
  const [openId, setOpenId] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const focusNext = useRef<number | null>(null)
  const isFocusInList = useRef(false)
  const waiting = lines.filter((line) => !line.hasReflection)
  const selected =
    lines.find(({ callId }) => callId === selectedId) ?? waiting[0] ?? lines[0] ?? null

  useEffect(() => {
    if (openId !== null || focusNext.current === null) return
    focusRow(focusNext.current)
    focusNext.current = null
  }, [openId])
  useEffect(() => {
    const isLost = isFocusInList.current && document.activeElement === document.body
    if (isLost && selectedId !== null) focusRow(selectedId)
  }, [lines, selectedId])

  const leave = (callId: number | null) => {
    focusNext.current = callId
    setSelectedId(callId)
    setOpenId(null)
  }
  return {
    selected,
    openId,
    said,
    select: setSelectedId,
    open: (callId: number) => {
      setSaid('')
      setSelectedId(callId)
      setOpenId(callId)
    },
    close: () => {
      leave(openId)
    },
    finish: () => {
      const others = waiting.filter(({ callId }) => callId !== openId)
      setSaid(`Saved. ${sayLeft(others.length)}`)
      leave(others[0]?.callId ?? openId)
    },
    focusWatch: {
      onFocus: () => {
        isFocusInList.current = true
      },
      onBlur: () => {
        isFocusInList.current = false
      },
    },
  }
}

const focusRow = (callId: number) => document.getElementById(rowButtonId(callId))?.focus()

function sayLeft(count: number): string {
  if (count === 0) return 'Every call shown here has your words.'
  return count === 1
    ? 'One call shown here has no words of yours yet.'
    : `${count} calls shown here have no words of yours yet.`
}
