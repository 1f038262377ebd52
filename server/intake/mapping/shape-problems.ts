import { Compile } from 'typebox/compile'
import { ColumnMapping } from '../../../shared/intake/column-mapping.ts'
import { type MappingProblem } from './mapping-desk.ts'

const shape = Compile(ColumnMapping)
type ShapeError = ReturnType<typeof shape.Errors>[number]

/** A value of the right shape, or a sentence for each place where it isn't. */
export function shapeProblems(
  value: unknown,
): { mapping: ColumnMapping; problems: [] } | { mapping: null; problems: MappingProblem[] } {
  if (shape.Check(value)) return { mapping: value, problems: [] }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { mapping: null, problems: [{ field: '', message: 'A mapping must be a JSON object.' }] }
  }
  const problems = new Map<string, MappingProblem>()
  for (const error of shape.Errors(value)) {
    for (const problem of problemsOf(error)) {
      if (!problems.has(problem.field)) problems.set(problem.field, problem)
    }
  }
  return { mapping: null, problems: [...problems.values()] }
}

/** Sentences for one error of the schema; none for those that only echo another one. */
function problemsOf(error: ShapeError): MappingProblem[] {
  const at = error.instancePath
    .slice(1)
    .replaceAll('/', '.')
    .replaceAll('~1', '/')
    .replaceAll('~0', '~')
  const field = (name: string) => (at === '' ? name : `${at}.${name}`)
  const problem = (where: string, words: string) => [
    { field: where, message: `${where} ${words}.` },
  ]
  const { keyword, params } = error
  if (keyword === 'boolean' || keyword === 'anyOf') return []
  if (keyword === 'required') {
    return params.requiredProperties.flatMap((name) =>
      problem(field(name), 'is missing; a mapping needs it'),
    )
  }
  if (keyword === 'additionalProperties') {
    return params.additionalProperties.flatMap((name) =>
      problem(field(name), 'is not an option here; correct its name or remove it'),
    )
  }
  if (keyword === 'enum') {
    return problem(at, `must be one of ${params.allowedValues.map(shown).join(', ')}`)
  }
  if (keyword === 'const') return problem(at, `must be ${shown(params.allowedValue)}`)
  return problem(at, `${error.message}; correct it`)
}

const shown = (value: unknown) =>
  typeof value === 'string' ? `"${value}"`.replace('\t', '\\t') : String(value)
