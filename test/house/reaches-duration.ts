import ts from 'typescript'

/** A way from a parameter of a function to something that is a duration. */
export type Reach = { function: string; way: string }

const duration = /(seconds|duration|handle(?!r)|talk|hold|wrap|acw|minutes|millis)/i
const depthLimit = 8

/**
 * Walks the types of the parameters of every function a file exports and gives each way to a
 * property, parameter or element whose name is that of a duration. The compiler resolves the
 * types, so it makes no difference where they are declared or what they are called.
 *
 * @param files text by path; other files are read from the disk
 */
export function waysToDurations(
  paths: readonly string[],
  files: ReadonlyMap<string, string> = new Map(),
): Reach[] {
  const program = programOf(paths, files)
  const checker = program.getTypeChecker()
  return paths.flatMap((path) =>
    functionsOf(checker, path, program.getSourceFile(path)).flatMap(({ name, signature }) =>
      [...waysFrom(checker, signature)].map((way) => ({ function: name, way })),
    ),
  )
}

function functionsOf(
  checker: ts.TypeChecker,
  path: string,
  source: ts.SourceFile | undefined,
): { name: string; signature: ts.Signature }[] {
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${path} is not a module that can be read`)
  return checker.getExportsOfModule(module).flatMap((exported) =>
    checker
      .getTypeOfSymbol(exported)
      .getCallSignatures()
      .map((signature) => ({ name: exported.name, signature })),
  )
}

function waysFrom(checker: ts.TypeChecker, signature: ts.Signature): Set<string> {
  const ways = new Set<string>()
  const seen = new Set<ts.Type>()
  const walk = (type: ts.Type, way: string, depth: number): void => {
    if (depth > depthLimit || seen.has(type)) return
    seen.add(type)
    if (type.isUnionOrIntersection()) {
      for (const part of type.types) walk(part, way, depth)
    }
    const constraint = type.isTypeParameter() ? type.getConstraint() : undefined
    if (constraint) walk(constraint, way, depth)
    const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number)
    if (element) {
      walk(element, `${way}[]`, depth + 1)
      return
    }
    const value = checker.getIndexTypeOfType(type, ts.IndexKind.String)
    if (value && !isText(type)) walk(value, `${way}[name]`, depth + 1)
    if (isText(type)) return
    for (const property of type.getProperties()) {
      const at = `${way}.${property.name}`
      if (duration.test(property.name)) ways.add(at)
      walk(checker.getTypeOfSymbol(property), at, depth + 1)
    }
  }
  for (const parameter of signature.getParameters()) {
    if (duration.test(parameter.name)) ways.add(parameter.name)
    walk(checker.getTypeOfSymbol(parameter), parameter.name, 0)
  }
  return ways
}

/** Words, numbers and functions have properties of their own, none of which is a fact. */
const isText = (type: ts.Type): boolean =>
  (type.flags & (ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike)) !==
    0 || type.getCallSignatures().length > 0

/** Files of the project and of the language, read and parsed once. */
const onDisk = new Map<string, ts.SourceFile | undefined>()

function programOf(paths: readonly string[], files: ReadonlyMap<string, string>): ts.Program {
  const options: ts.CompilerOptions = {
    ...{ target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.NodeNext, strict: true },
    ...{ allowImportingTsExtensions: true, noEmit: true, exactOptionalPropertyTypes: true },
    types: [],
  }
  const host = ts.createCompilerHost(options)
  const disk = ts.createCompilerHost(options)
  host.readFile = (path) => files.get(path) ?? disk.readFile(path)
  host.fileExists = (path) => files.has(path) || disk.fileExists(path)
  host.getSourceFile = (path, version) => {
    const text = files.get(path)
    if (text !== undefined) return ts.createSourceFile(path, text, version)
    const read = onDisk.get(path) ?? disk.getSourceFile(path, version)
    onDisk.set(path, read)
    return read
  }
  return ts.createProgram([...paths], options, host)
}
