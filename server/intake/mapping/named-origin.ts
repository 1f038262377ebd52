import { type MappingDesk } from './mapping-desk.ts'

/**
 * Holds a source to exactly one origin and reports the options that belong to another one.
 *
 * @param belonging the options each origin allows, beside those every origin allows
 */
export function namedOrigin(
  source: object,
  belonging: Readonly<Record<string, readonly string[]>>,
  field: string,
  desk: MappingDesk,
): string | null {
  const origins = Object.keys(belonging)
  const named = origins.filter((origin) => origin in source)
  const [origin] = named
  if (origin === undefined || named.length > 1) {
    desk.report(field, `needs exactly one of ${origins.join(', ')} (or firstOf)`)
    return null
  }
  const allowed = new Set([
    ...(belonging[origin] ?? []),
    'when',
    'unless',
    'note',
    'firstOf',
    origin,
  ])
  for (const option of Object.keys(source)) {
    if (!allowed.has(option)) {
      desk.report(`${field}.${option}`, `has no meaning beside ${origin}; remove one of the two`)
    }
  }
  return origin
}
