import { expect, it } from 'vitest'
import { callRecord } from '../world/records.ts'
import { openWorld } from '../world/open-world.ts'

const world = await openWorld()

it('takes a call', async () => {
  const center = await world.center()
  expect(await center.deliver(callRecord())).toMatchObject({ accepted: 1, refused: [] })
})
