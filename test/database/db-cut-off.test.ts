import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { connect } from '../../server/database/connect.ts'
import { until } from '../intake/until.ts'
import { ownDatabase } from '../world/own-database.ts'
import { openProxy } from '../world/proxy.ts'

const { url, drop } = await ownDatabase()
const direct = new URL(url)
const proxy = await openProxy(Number(direct.port))
const proxied = new URL(url)
proxied.port = String(proxy.port)
const database = connect(proxied.href)
const beside = connect(url)
afterAll(async () => {
  await Promise.all([database.close(), beside.close()])
  proxy.close()
  await drop()
})

await beside.writing`create table note (text text not null)`
const notes = async (): Promise<string[]> =>
  (await beside.writing<{ text: string }[]>`select text from note order by text`).map(
    ({ text }) => text,
  )

test('a transaction that is cut off does nothing more, however it goes on', async () => {
  let ended: unknown
  const cut = database.writing.begin(async (transaction) => {
    await transaction`insert into note values ('before')`
    proxy.setWay('cut')
    await wait(20)
    proxy.setWay('open')
    // Others make the driver use the same connection again.
    await Promise.all(
      Array.from({ length: 12 }, async () => database.writing`select pg_sleep(0.01)`),
    )
    ended = await transaction`insert into note values ('after')`.catch((error: unknown) => error)
    await transaction`insert into note values ('at last')`
  })
  await expect(cut).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' })
  await until('it has gone on', async () => ended !== undefined)
  expect(ended).toMatchObject({ code: 'CONNECTION_CLOSED' })
  await wait(50)
  expect(await notes()).toEqual([])
  // Whoever asks next is answered.
  await database.writing`insert into note values ('later')`
  expect(await notes()).toEqual(['later'])
})

test('many transactions cut off in the middle of what they send leave the process alive', async () => {
  for (let round = 0; round < 20; round += 1) {
    const running = Array.from({ length: 8 }, () =>
      database.writing
        .begin(async (transaction) => {
          for (let place = 0; place < 50; place += 1) await transaction`select ${place}::int`
        })
        .catch((error: unknown) => error),
    )
    await wait(round % 7)
    proxy.setWay('cut')
    await wait(5)
    proxy.setWay('open')
    await Promise.all(running)
  }
  expect(await database.writing`select 1 as one`).toEqual([{ one: 1 }])
})

test('a channel is heard again however long the database was away, and its hearer is told', async () => {
  const heard: string[] = []
  let ready = 0
  await database.listen(
    'cut_off',
    (text) => heard.push(text),
    () => {
      ready += 1
    },
  )
  expect(ready).toBe(1)
  proxy.setWay('cut')
  await wait(1_500)
  proxy.setWay('open')
  await until('it listens again', async () => ready === 2)
  await beside.writing`select pg_notify('cut_off', 'still there')`
  await until('it hears', async () => heard.includes('still there'))
})
