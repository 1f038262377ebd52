import { fork } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { allTargets } from '../intake/any-bytes/targets.ts'
import { type FuzzOrder, type FuzzResult, headNumbers } from './fuzz-child.ts'

const options = {
  inputs: { type: 'string', default: '100000' },
  only: { type: 'string' },
  seed: { type: 'string' },
} as const

const folder = 'test/bench/results'
/** Inputs of one seed; a fault is found again with the seed and this number. */
const inputsPerSeed = 5_000
/** The command line's limit of memory (package.json), which every adapter has to do with. */
const heapMegabytesLimit = 160
/** One input that takes longer hangs; the longest ones are some hundred thousand bytes. */
const hangMilliseconds = 20_000
const saidCharactersLimit = 300

type Told = { name: string; read: number; bytes: number; seconds: number; faults: string[] }

/**
 * Gives every adapter and the column mapper inputs that no phone system writes: no crash, no hang,
 * no more memory than the command line has, never a record that breaks the rules, and one outcome
 * for each line. `--inputs 1000` for each, `--only NAME`, `--seed N` to begin with.
 */
export async function runFuzz(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options })
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1e9) : Number(values.seed)
  const inputs = Number(values.inputs)
  const names = allTargets().map(({ name }) => name)
  const chosen = names.filter((name) => values.only === undefined || name === values.only)
  if (chosen.length === 0) throw new Error(`--only is one of: ${names.join(', ')}.`)
  await mkdir(folder, { recursive: true })
  console.log(`seed ${seed}, ${inputs} inputs for each, load ${loadavg()[0]?.toFixed(1) ?? '?'}`)
  const told: Told[] = []
  for (const name of chosen) {
    const one = await fuzzOne(name, seed, inputs)
    told.push(one)
    console.log(sentenceOf(one))
    for (const fault of one.faults) console.log(`  ${fault}`)
    await writeFile(join(folder, 'fuzz.md'), pageOf(told, seed, inputs))
  }
  if (told.some(({ faults }) => faults.length > 0)) process.exitCode = 1
}

async function fuzzOne(name: string, firstSeed: number, inputs: number): Promise<Told> {
  const beganAt = performance.now()
  const told: Told = { name, read: 0, bytes: 0, seconds: 0, faults: [] }
  for (let at = 0; at * inputsPerSeed < inputs; at += 1) {
    const seed = firstSeed + at
    const many = Math.min(inputsPerSeed, inputs - at * inputsPerSeed)
    const { read, bytes, fault } = await readInputs(name, seed, many)
    told.read += read
    told.bytes += bytes
    if (!fault) continue
    const file = join(folder, `fuzz-${name}-${seed}.bin`)
    await writeFile(file, fault.bytes)
    const text = JSON.stringify(Buffer.from(fault.bytes).toString('latin1')).slice(0, 400)
    told.faults.push(
      `seed ${seed} (${many} inputs), opening ${fault.opening}: ${fault.message} ${file}: ${text}`,
    )
  }
  told.seconds = (performance.now() - beganAt) / 1000
  return told
}

/** Lets a process read, and ends it where it hangs; one that runs out of memory ends by itself. */
async function readInputs(target: string, seed: number, inputs: number): Promise<FuzzResult> {
  const own = await mkdtemp(join(tmpdir(), 'wellspent-fuzz-'))
  const atHand = join(own, 'input')
  const order: FuzzOrder = { target, seed, inputs, atHand }
  try {
    const ended = await carriedOut(order)
    if (typeof ended !== 'string') return ended
    const [read, opening, bytes] = await lastInput(atHand)
    return { read, bytes: 0, fault: { message: ended, bytes, opening } }
  } finally {
    await rm(own, { recursive: true, force: true })
  }
}

/** What a process found, or how it ended without saying anything. */
function carriedOut(order: FuzzOrder): Promise<FuzzResult | string> {
  const child = fork('test/bench/fuzz-child.ts', {
    execArgv: [`--max-old-space-size=${heapMegabytesLimit}`, '--import', 'tsx'],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
  })
  return new Promise((settle) => {
    let before = 0
    let isHanging = false
    let said = ''
    child.stderr?.on('data', (words: Buffer) => {
      said = (said + words.toString()).slice(-saidCharactersLimit)
    })
    const watch = setInterval(() => {
      void lastInput(order.atHand).then(([read]) => {
        isHanging = read > 0 && read === before
        before = read
        if (isHanging) child.kill('SIGKILL')
      })
    }, hangMilliseconds)
    child.once('message', (result) => {
      settle(result as FuzzResult)
    })
    child.once('close', (code, signal) => {
      clearInterval(watch)
      const how = `The process ended by ${signal ?? `code ${code}`}: ${said}`
      settle(isHanging ? `It hangs for ${hangMilliseconds / 1000} s.` : how)
    })
    child.send(order)
  })
}

/** The input that a process has or had at hand: how many it had read, the opening, the bytes. */
async function lastInput(atHand: string): Promise<[number, number, Uint8Array]> {
  const written = await readFile(atHand).catch(() => Buffer.alloc(0))
  if (written.length < headNumbers * 4) return [0, 0, new Uint8Array()]
  const [read = 0, opening = 0, length = 0] = [0, 4, 8].map((at) => written.readUInt32LE(at))
  return [read, opening, written.subarray(headNumbers * 4, headNumbers * 4 + length)]
}

const sentenceOf = ({ name, read, bytes, seconds, faults }: Told): string =>
  `${name}: ${read} inputs, ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s, ${faults.length === 0 ? 'nothing wrong' : `${faults.length} faults`}`

const pageOf = (told: readonly Told[], seed: number, inputs: number): string =>
  [
    '# Whatever bytes are given to them\n',
    `Seed ${seed}, ${inputs} inputs for each; ${inputsPerSeed} of a seed, then the next seed.\n`,
    '| what reads | inputs | MB | seconds | faults |',
    '| --- | --- | --- | --- | --- |',
    ...told.map(
      ({ name, read, bytes, seconds, faults }) =>
        `| ${name} | ${read} | ${(bytes / 1e6).toFixed(0)} | ${seconds.toFixed(0)} | ${faults.length} |`,
    ),
    ...told.flatMap(({ name, faults }) => faults.map((fault) => `\n* ${name}: ${fault}`)),
    '',
  ].join('\n')
