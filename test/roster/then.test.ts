import { expect, test } from 'vitest'
import { readThen } from '../../web/roster/then.ts'

test.each(['/', '/calls?team=1', '/set-up/reps'])(
  '%s is a place to go after signing in',
  (then) => {
    expect(readThen({ then })).toEqual({ then })
  },
)

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'calls', '', 7, ['/a']])(
  '%j is not',
  (then) => {
    expect(readThen({ then })).toEqual({})
  },
)
