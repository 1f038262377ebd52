import { type Page } from 'playwright-core'
import { serialOf, workbook } from '../intake/workbook.ts'

/** A queue_log as Asterisk writes it: so many calls, each answered, and a rep who logs in. */
export function queueLog(calls: number): string {
  const firstSecond = Date.parse('2026-03-10T09:00:00Z') / 1_000
  const lines = Array.from({ length: calls }, (_, n) => {
    const at = firstSecond + n * 600
    const id = `${at}.${n + 1}`
    return [
      `${at}|${id}|support|NONE|ENTERQUEUE||030901${820 + n}|1`,
      `${at + 12}|${id}|support|PJSIP/701|CONNECT|12|${id}|5`,
      `${at + 252}|${id}|support|PJSIP/701|COMPLETECALLER|12|240|1`,
    ]
  })
  const logIn = `${firstSecond}|NONE|support|PJSIP/701|ADDMEMBER|`
  return `${[logIn, ...lines.flat()].join('\n')}\n`
}

/** An export nobody has described, with local times and a word for the direction. */
export const exportOfColumns = [
  'Call No;Begin;Direction;Agent Name;Caller;Talk;Solved',
  '1;10.3.2026 9:14:05;in;Wanda;030 901820;4:10;yes',
  '2;10.3.2026 9:20:00;in;Otto;030 901821;0:45;no',
  '3;13.3.2026 23:58:00;out;Wanda;030 901822;2:00;',
  '4;13.3.2026 24:61:00;in;Otto;030 901823;2:00;',
  '',
].join('\n')

/** The same as a sheet of a workbook, behind another sheet. */
export const exportOfSheets = (): Buffer =>
  workbook({
    Notes: [['exported by', 'nobody']],
    Calls: [
      ['Call No', 'Start', 'Agent Name', 'Caller', 'Talk'],
      ['x1', { serial: serialOf('2026-03-11T09:14:05'), as: 'date' }, 'Wanda', '030 901824', 250],
      ['x2', { serial: serialOf('2026-03-11T10:00:00'), as: 'date' }, 'Otto', '030 901825', 61],
    ],
  })

/** Chooses a file through the page's own button, as a keyboard does. */
export async function chooseFile(page: Page, name: string, content: string | Buffer) {
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  const buffer = Buffer.from(content)
  await (await chosen).setFiles({ name, mimeType: 'application/octet-stream', buffer })
}
