import { type Look } from './mark-shape.tsx'

export type FunnelMark = {
  key: string
  name: string
  /** How much it rests on. */
  count: number
  /** 0 is as expected. */
  value: number
  /** How far chance alone reaches at this mark, both ways. */
  within95: number
  within998: number
  look: Look
  colour: string
  words: string
  href: string
}

/** Where chance reaches at a count, for an average mark. */
type FunnelLimit = { count: number; within95: number; within998: number }

export type FunnelDrawing = {
  marks: readonly FunnelMark[]
  /** Along the axis, to be joined to curves; empty where nothing is drawn. */
  curve: readonly FunnelLimit[]
}
