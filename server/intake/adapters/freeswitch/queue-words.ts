/** A queue's or agent's name without its domain: 3000@default is 3000. */
export const withoutDomain = (name: string): string => name.replace(/(?<=.)@.*$/s, '')

/** A list that a channel variable holds: ARRAY::a|:b, or one value as it is. */
export const listIn = (value: string | null): string[] =>
  value === null ? [] : value.replace(/^ARRAY::/, '').split('|:')

export type TransferEntry = { at: number; ending: 'blind_transfer' | 'attended_transfer' }

/**
 * Transfers in transfer_history, `epoch:uuid:bl_xfer:…` or `…:att_xfer:…`. Bridges that the switch
 * made by itself (uuid_br) are none.
 */
export function transfersIn(history: string | null): TransferEntry[] {
  return listIn(history).flatMap((entry): TransferEntry[] => {
    const [epoch = '', , kind] = entry.split(':')
    const at = /^\d{9,10}$/.test(epoch) ? Number(epoch) * 1000 : null
    if (at === null || (kind !== 'bl_xfer' && kind !== 'att_xfer')) return []
    return [{ at, ending: kind === 'bl_xfer' ? 'blind_transfer' : 'attended_transfer' }]
  })
}
