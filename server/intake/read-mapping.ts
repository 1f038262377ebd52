import { type ColumnMapping } from '../../shared/intake/column-mapping.ts'
import { mappingDesk, type MappingProblem } from './mapping/mapping-desk.ts'
import { planMapping } from './mapping/plan-mapping.ts'
import { shapeProblems } from './mapping/shape-problems.ts'

export type MappingReading =
  { mapping: ColumnMapping; problems: [] } | { mapping: null; problems: MappingProblem[] }

/**
 * Takes what a mapping file holds and gives the mapping, or every problem found in it: each
 * names the field and says what to do. A mapping given here compiles.
 *
 * @param value parsed JSON, from a file or a request
 */
export function readMapping(value: unknown): MappingReading {
  const shape = shapeProblems(value)
  if (shape.mapping === null) return shape
  const desk = mappingDesk(shape.mapping.file.columns ?? null)
  planMapping(shape.mapping, desk)
  return desk.problems.length === 0
    ? { mapping: shape.mapping, problems: [] }
    : { mapping: null, problems: desk.problems }
}
