import { type CallPage } from '../../../shared/calls/call-page.ts'

/** What the page of a call has to show; whatever is left out may be anything. */
type Golden = Partial<Omit<CallPage, 'legs' | 'offers'>> & {
  legs?: Partial<CallPage['legs'][number]>[]
  offers?: Partial<CallPage['offers'][number]>[]
  /** Who took part, in order, as the phone system names them. */
  reps?: string[]
}

/** A file that a vendor's system wrote, and what becomes of it. */
export type Sample = {
  file: string
  /** What it has to be recognized as. */
  reader: string
  /** What a person says because the file does not, and is asked for. */
  zone?: string
  country?: string
  /** What becomes of its lines or documents. */
  counts: { read: number; accepted: number; refused?: number }
  /** By the number the phone system gives. */
  calls: Readonly<Record<string, Golden>>
}
