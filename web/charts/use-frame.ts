import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts'

/** Where the room between the axes lies, in pixels, and where a value stands in it. */
export type Frame = {
  left: number
  right: number
  top: number
  bottom: number
  x: (value: number) => number
  y: (value: number) => number
}

/** Null until the drawing knows its size. */
export function useFrame(): Frame | null {
  const area = usePlotArea()
  const xScale = useXAxisScale()
  const yScale = useYAxisScale()
  if (!area || !xScale || !yScale) return null
  return {
    left: area.x,
    right: area.x + area.width,
    top: area.y,
    bottom: area.y + area.height,
    x: (value) => Number(xScale(value)),
    y: (value) => Number(yScale(value)),
  }
}
