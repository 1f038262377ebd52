import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allAdapters } from '../../../server/intake/adapters/all-adapters.ts'
import { faultOf } from './fault-of.ts'
import { inputsFor } from './inputs.ts'
import { allTargets } from './targets.ts'

/** Inputs for each; `pnpm bench fuzz` takes any number, and long ones too. */
const usualInputs = 300
/** Here only a hang is looked for: other tests run beside. */
const millisecondsFloor = 3_000

const targets = allTargets()

describe('whatever bytes are given to it', () => {
  it('every adapter has something it reads when all is well', () => {
    for (const { name } of allAdapters) {
      const target = targets.find((each) => each.name === name)
      expect(target?.texts.length, name).toBeGreaterThan(0)
    }
  })

  it.each(targets)('$name reads its own texts into records', async (target) => {
    for (const text of target.texts) {
      const bytes = Buffer.from(text)
      expect(
        await faultOf(target, { bytes, opening: 0, cuts: [0.3, 0.6] }, millisecondsFloor),
      ).toBeNull()
    }
    const lines = target.texts.flatMap((text) => {
      const reading = target.openings[0]?.()
      return reading ? [...reading.take(text).lines, ...reading.end().lines] : []
    })
    expect(lines.map(({ outcome }) => outcome.kind)).toContain('record')
  })

  it.each(targets)(
    '$name does not break, and accounts for every line once with sound records',
    async (target) => {
      const property = fc.asyncProperty(inputsFor(target, null), async (input) => {
        expect(await faultOf(target, input, millisecondsFloor)).toBeNull()
      })
      await fc.assert(property, { numRuns: usualInputs })
    },
  )
})
