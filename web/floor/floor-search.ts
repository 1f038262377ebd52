/** Whether the board is asked for across the whole screen. */
export type FloorSearch = { wall?: true }

/** Reads it from the search of an address: `?wall` is enough, and `?wall=false` is none. */
export const readFloorSearch = (search: Readonly<Record<string, unknown>>): FloorSearch =>
  'wall' in search && search['wall'] !== 'false' && search['wall'] !== false ? { wall: true } : {}
