import { execFileSync } from 'node:child_process'

/** The journeys walk the pages as they are built; unchanged ones cost a moment. */
export function setup(): void {
  execFileSync(process.execPath, ['--import', 'tsx', 'web/build.ts'], { stdio: 'pipe' })
}
