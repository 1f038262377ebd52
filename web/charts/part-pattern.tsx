import { type DistributionPart } from './distribution.ts'
import { Hatch } from './hatch.tsx'

/** What a part is filled with, under an id: lines, dots, or nothing where a colour does. */
export function PartPattern({
  part: { look, colour },
  id,
}: {
  part: DistributionPart
  id: string
}) {
  if (look === 'hatched') return <Hatch id={id} colour={colour} />
  if (look === 'dotted') {
    return (
      <pattern id={id} width={5} height={5} patternUnits="userSpaceOnUse">
        <circle cx={1.5} cy={1.5} r={1} fill={colour} />
        <circle cx={4} cy={4} r={1} fill={colour} />
      </pattern>
    )
  }
  return null
}

/** Paint of a part: full ones are filled, outlined ones leave the paper free. */
export function paintOf({ look, colour }: DistributionPart, patternId: string) {
  if (look === 'full') return { fill: colour, stroke: colour, strokeWidth: 1 }
  if (look === 'outlined') {
    return { fill: colour, fillOpacity: 0.18, stroke: colour, strokeWidth: 1.4 }
  }
  return { fill: `url(#${patternId})`, stroke: colour, strokeWidth: 1 }
}
