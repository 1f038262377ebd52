import { type Browser } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { type MovingClock } from './moving-clock.ts'
import { openSignedIn } from './open-as.ts'
import { type OwnHouse } from './own-house.ts'
import { putOnTop, takePicture } from './take-picture.ts'

type Who = { email: string; password: string }
/** Where a connection takes deliveries, and what signs them. */
type Made = { source: string; address: string; secret: string }

const hour = 3_600
/** A source is silent after 24 (shared/intake/silence.ts). */
const silentHours = 30

/** Two phone systems are connected; then thirty hours pass in which only one of them delivers. */
export async function shootConnections(
  browser: Browser,
  { address }: OwnHouse,
  who: Who,
  clock: MovingClock,
): Promise<void> {
  const dublin = await connect(browser, address, who, { clock, name: 'Dublin' })
  const cork = await connect(browser, address, who, { clock, name: 'Cork', isShown: true })
  for (const each of [dublin, cork]) await deliver(each, clock.now(), 'first')
  for (let passed = 0; passed < silentHours; passed += 1) {
    clock.pass(hour)
    await deliver(dublin, clock.now(), `hour ${passed}`)
  }
  const page = await openSignedIn(browser, address, who, { at: clock.now() })
  await page.goto('/connections')
  const silent = page.getByRole('listitem').filter({ hasText: cork.source })
  await silent.getByText('Silent since', { exact: false }).first().waitFor()
  await takePicture(page, 'connections-silent')
  await page.context().close()
}

async function connect(
  browser: Browser,
  address: string,
  who: Who,
  { clock, name, isShown = false }: { clock: MovingClock; name: string; isShown?: boolean },
): Promise<Made> {
  const page = await openSignedIn(browser, address, who, { at: clock.now() })
  await page.goto('/connections')
  await page.getByRole('link', { name: 'Connect Signed webhooks' }).click()
  const source = `${name.toLowerCase()}:main`
  await page.getByLabel('Name of the connection').fill(name)
  await page.getByLabel('Name of the phone system and instance').fill(source)
  await page.getByRole('button', { name: 'Make address and secret' }).click()
  const made = page.getByLabel('Secret', { exact: true })
  await made.waitFor()
  if (isShown) {
    await putOnTop(page.getByRole('heading', { name: /is ready/ }))
    await takePicture(page, 'connection-steps')
  }
  const secret = await made.inputValue()
  const to = await page.getByLabel('Address', { exact: true }).inputValue()
  await page.context().close()
  return { source, secret, address: new URL(new URL(to).pathname, address).href }
}

/** Delivers one call as a sender does that follows the steps. */
async function deliver({ source, address, secret }: Made, now: number, id: string) {
  const at = new Date(now)
  const body = JSON.stringify({
    ...{ source, externalId: id, startedAt: at.toISOString(), direction: 'inbound' },
    ...{ queue: 'support', issue: 'router', customer: '+44 161 496 0000' },
    legs: [{ rep: 'Mara Quill', talkSeconds: 320 }],
  })
  const answered = await fetch(address, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': `${source} ${id}`,
      'webhook-timestamp': String(Math.floor(now / 1_000)),
      'webhook-signature': new Webhook(secret).sign(`${source} ${id}`, at, body),
    },
  })
  if (!answered.ok) throw new Error(`The delivery was refused: ${await answered.text()}`)
}
