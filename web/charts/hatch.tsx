/** Diagonal lines for what is not known yet: told apart from a filled mark without colour. */
export const Hatch = ({ id, colour }: { id: string; colour: string }) => (
  <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
    <line x1={0} y1={0} x2={0} y2={6} stroke={colour} strokeWidth={2.4} opacity={0.75} />
  </pattern>
)
