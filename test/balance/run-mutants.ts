import { fileURLToPath } from 'node:url'
import { type Plugin } from 'vite'
import { startVitest } from 'vitest/node'
import { type TestProjectInlineConfiguration } from 'vitest/config'
import { type Mutant, mutants } from './mutants.ts'
import { plantMutant } from './plant-mutant.ts'

/** The project that runs the same tests with nothing planted. */
export const unchanged = 'nothing planted'
/** Stands before the line that holds the results. */
export const resultsMark = 'results: '
/** What became of each project's tests. */
export type Results = Record<string, { passed: number; failed: number; said: string[] }>

const secondsLimit = 100

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Vitest takes a pattern for each project, but its types know of one for the whole run only. */
const only = (names: readonly string[]): object => ({
  testNamePattern: new RegExp(names.map(escaped).join('|')),
})

/** Runs the tests that have to notice, each mutant in a project of its own. */
async function run(serverUrl: string): Promise<Results> {
  const project = (
    name: string,
    some: readonly Mutant[],
    plugins: Plugin[],
  ): TestProjectInlineConfiguration => ({
    plugins,
    test: {
      name,
      include: [...new Set(some.map(({ noticedBy }) => noticedBy.file))],
      ...only(some.map(({ noticedBy }) => noticedBy.name)),
      provide: { serverUrl },
      testTimeout: secondsLimit * 1000,
      hookTimeout: secondsLimit * 1000,
    },
  })
  const vitest = await startVitest('test', [], {
    ...{ config: false, watch: false, reporters: [{}], maxWorkers: 2 },
    projects: [
      project(unchanged, mutants, []),
      ...mutants.map((mutant) => project(mutant.name, [mutant], [plantMutant(mutant)])),
    ],
  })
  const results: Results = {}
  for (const module of vitest.state.getTestModules()) {
    const result = (results[module.project.name] ??= { passed: 0, failed: 0, said: [] })
    result.said.push(...module.errors().map(({ message }) => message))
    for (const test of module.children.allTests()) {
      const { state, errors } = test.result()
      if (state === 'passed') result.passed += 1
      if (state === 'failed') result.failed += 1
      result.said.push(...(errors ?? []).map(({ message }) => message))
    }
  }
  await vitest.close()
  return results
}

const [, script, serverUrl] = process.argv
if (script === fileURLToPath(import.meta.url) && serverUrl !== undefined) {
  console.log(`${resultsMark}${JSON.stringify(await run(serverUrl))}`)
}
