import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, inject, it } from 'vitest'
import { mutants } from './mutants.ts'
import { planted } from './plant-mutant.ts'
import { type Results, resultsMark, unchanged } from './run-mutants.ts'

const minutesLimit = 4

/** Runs in a process of its own, on the PostgreSQL of this run. */
function runMutants(): Promise<Results> {
  return new Promise((settle, fail) => {
    const args = ['--import', 'tsx', 'test/balance/run-mutants.ts', inject('serverUrl')]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (words: Buffer) => {
        output += words.toString('utf8')
      })
    }
    child.once('error', fail)
    child.once('close', () => {
      const line = output.split('\n').find((each) => each.startsWith(resultsMark))
      if (line === undefined) fail(new Error(output.slice(-4000)))
      else settle(JSON.parse(line.slice(resultsMark.length)) as Results)
    })
  })
}

describe('planted mistakes', () => {
  let results: Results
  beforeAll(async () => {
    results = await runMutants()
  }, minutesLimit * 60_000)

  it('are needed for the tests to fail', () => {
    const tests = new Set(mutants.map(({ noticedBy }) => noticedBy.name))
    expect(results[unchanged]).toEqual({ passed: tests.size, failed: 0, said: [] })
  })

  it.each(mutants)('$name: is noticed', ({ name, file, text, instead }) => {
    expect(planted(readFileSync(file, 'utf8'), text, instead)).not.toBe(readFileSync(file, 'utf8'))
    expect(results[name]).toMatchObject({ passed: 0, failed: 1 })
    expect(results[name]?.said.join()).toMatch(/AssertionError|expected|Property failed/)
  })
})
