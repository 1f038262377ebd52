import { type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildApp, type House } from '../../server/app.ts'
import { demoSignIns } from '../../server/demo-centre/sign-ins.ts'
import { standOn } from '../../server/stand-on.ts'

/** A Wellspent in this process, whose clock is ours: time is passed there, not waited for. */
export type OwnHouse = {
  house: House
  address: string
  stop: () => Promise<void>
}

const host = '127.0.0.1'

/** @param isSimulated whether its first page offers the people of the simulated center */
export async function openOwnHouse(
  folder: string,
  clock: () => number,
  isSimulated = false,
): Promise<OwnHouse> {
  const standing = await standOn({
    ...{ port: 0, host, databaseUrl: null, dataFolder: folder, demo: false, secret: null },
  })
  await standing.migrate()
  const { database, secret } = standing
  const house = await buildApp({
    ...{
      database,
      secret,
      origin: `http://${host}`,
      clock,
      databaseKind: 'embedded',
      version: '0.0.0',
    },
    ...{ setUpCode: null, spoolFolder: join(folder, 'uploads'), log: true },
    demoSignIns: () => (isSimulated ? demoSignIns : []),
    // A busy machine is no reason to send a sender away here.
    behindMillisecondsLimit: 0,
  })
  await house.app.listen({ port: 0, host })
  house.balance.start()
  await house.floors.start()
  await house.imports.start()
  house.open()
  const { port } = house.app.server.address() as AddressInfo
  return {
    ...{ house, address: `http://${host}:${port}` },
    stop: async () => {
      house.floors.stop()
      await Promise.all([house.app.close(), house.imports.stop()])
      await house.balance.stop()
      await standing.leave()
    },
  }
}
