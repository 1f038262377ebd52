import { useNow } from './now.tsx'
import { sayInstant, sayInstantInFull } from './say-instant.ts'

/** When something happened, in the viewer's own time zone; the whole instant on hover. */
export function Instant({ at }: { at: string }) {
  const now = useNow()
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime())) return <span>{at}</span>
  return (
    <time dateTime={at} title={sayInstantInFull(instant)}>
      {sayInstant(instant, now)}
    </time>
  )
}
