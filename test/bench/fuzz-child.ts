import { openSync, writeSync } from 'node:fs'
import fc from 'fast-check'
import { faultOf } from '../intake/any-bytes/fault-of.ts'
import { type Input, inputsFor } from '../intake/any-bytes/inputs.ts'
import { shrinkBytes } from '../intake/any-bytes/shrink-bytes.ts'
import { allTargets } from '../intake/any-bytes/targets.ts'

/** What the process is told to do: so many inputs of one target, drawn from a seed. */
export type FuzzOrder = {
  target: string
  seed: number
  inputs: number
  /** A file that holds the input at hand, for whoever finds this process dead. */
  atHand: string
}

/** Before the input at hand: how many were read, its opening, and its length in bytes. */
export const headNumbers = 3

/** What it found; the bytes are as few as still show it. */
export type FuzzResult = {
  read: number
  bytes: number
  fault: { message: string; bytes: Uint8Array; opening: number } | null
}

/** One input in so many is long. */
const amplifiedOneIn = 400
const millisecondsFloor = 100

async function work({ target: name, seed, inputs, atHand }: FuzzOrder): Promise<FuzzResult> {
  const target = allTargets().find((each) => each.name === name)
  if (!target) throw new Error(`Nothing is called ${name}.`)
  const file = openSync(atHand, 'w')
  let read = 0
  let bytes = 0
  const faultIn = async (input: Input): Promise<string | null> => {
    read += 1
    bytes += input.bytes.length
    const head = Uint32Array.of(read, input.opening, input.bytes.length)
    const written = Buffer.concat([Buffer.from(head.buffer), input.bytes])
    writeSync(file, written, 0, written.length, 0)
    return faultOf(target, input, millisecondsFloor)
  }
  const found = await fc.check(
    fc.asyncProperty(inputsFor(target, amplifiedOneIn), async (input) => {
      const fault = await faultIn(input)
      if (fault !== null) throw new Error(fault)
    }),
    { seed, numRuns: inputs, endOnFailure: true },
  )
  const [wrong] = found.counterexample ?? []
  const fault = wrong ? await shrunk(wrong, faultIn) : null
  return { read: found.numRuns, bytes, fault }
}

/** A fault of another kind, met while bytes are taken away, is not what is shown. */
async function shrunk(
  { bytes, opening, cuts }: Input,
  faultIn: (input: Input) => Promise<string | null>,
): Promise<FuzzResult['fault']> {
  const of = (shorter: Uint8Array) => faultIn({ bytes: shorter, opening, cuts })
  const kindOf = (message: string | null) => message?.replace(/\d+/g, '').slice(0, 60) ?? null
  const kind = kindOf(await of(bytes))
  const least = await shrinkBytes(bytes, async (shorter) => kindOf(await of(shorter)) === kind)
  return { message: (await of(least)) ?? 'It did not happen again.', bytes: least, opening }
}

process.once('message', (order: FuzzOrder) => {
  void work(order).then((result) => {
    process.send?.(result)
    process.disconnect()
  })
})
