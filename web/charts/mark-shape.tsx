/** The form of a mark, told apart without colour. */
export type Look = 'up' | 'down' | 'full' | 'hollow' | 'square'

type Props = {
  look: Look
  colour: string
  x: number
  y: number
  radius: number
  className?: string
}

/** A mark around a point: triangles point where they lead, hollow ones are not known yet. */
export function MarkShape({ look, colour, x, y, radius, className }: Props) {
  const paint = { stroke: colour, strokeWidth: 1.6, className }
  if (look === 'full') return <circle cx={x} cy={y} r={radius * 0.8} fill={colour} {...paint} />
  if (look === 'hollow') {
    return (
      <circle
        cx={x}
        cy={y}
        r={radius * 0.8}
        fill="var(--ws-paper)"
        strokeDasharray="2.4 2"
        {...paint}
      />
    )
  }
  return <path d={outline(look, x, y, radius)} fill={colour} strokeLinejoin="round" {...paint} />
}

function outline(look: 'up' | 'down' | 'square', x: number, y: number, radius: number): string {
  if (look === 'square') {
    const side = radius * 1.5
    return `M${x - side / 2} ${y - side / 2}h${side}v${side}h${-side}Z`
  }
  const tip = look === 'up' ? -radius : radius
  return `M${x} ${y + tip}L${x + radius} ${y - tip * 0.75}H${x - radius}Z`
}
