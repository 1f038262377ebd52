import { notFound } from '@tanstack/react-router'

/** A number in an address; anything else has no page. */
export function idIn(text: string): number {
  const id = /^[1-9]\d{0,15}$/.test(text) ? Number(text) : NaN
  if (Number.isNaN(id)) notFound({ throw: true })
  return id
}
