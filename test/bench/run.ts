const [what = '', ...args] = process.argv.slice(2)

/** What there is to measure; each is loaded only where it is asked for. */
const benches: Record<string, () => Promise<unknown>> = {
  'big-file': async () => (await import('./big-file.ts')).runBigFile(args),
  balance: async () => (await import('./balance.ts')).runBalance(args),
  floor: async () => (await import('./floor.ts')).runFloor(args),
  'floor-faults': async () => (await import('./floor-faults.ts')).runFloorFaults(args),
  'floor-hostile': async () => (await import('./floor-hostile.ts')).runFloorHostile(args),
  'floor-week': async () => (await import('./floor-week.ts')).runFloorWeek(args),
  fuzz: async () => (await import('./fuzz.ts')).runFuzz(args),
  intake: async () => (await import('./intake.ts')).runIntake(args),
  kill: async () => (await import('./kill.ts')).runKill(args),
  mutation: async () => (await import('./mutation.ts')).runMutation(),
  differential: async () => (await import('./differential.ts')).runDifferential(),
}

const bench = benches[what]
if (bench) await bench()
else {
  console.error(`Nothing is called "${what}". There are: ${Object.keys(benches).join(', ')}.`)
  process.exitCode = 1
}
