import { uploadHoursLimit } from '../../../shared/intake/upload.ts'
import { sayBytes } from './say-bytes.ts'

/** What is said of files on their way to the server. */
export const fileWords = {
  title: 'The file',
  lead: 'Files are sent in parts and stay on this server. Nothing is imported before you say so.',
  drop: 'Drop files here',
  choose: 'Choose files',
  kinds:
    'What a phone system wrote, or any export in columns: text, CSV, JSON, .gz, or a workbook (.xlsx).',
  sending: 'Files on their way',
  here: 'Files on this server',
  noneHere: 'No file is waiting',
  noneHereWhy: 'A file that was sent stays here until it is imported, deleted or forgotten.',
  received: (received: number, bytes: number) => `${sayBytes(received)} of ${sayBytes(bytes)} sent`,
  progressOf: (name: string) => `Sending ${name}`,
  waits: 'Waits for its turn',
  stopped: 'Stopped',
  goOn: 'Go on',
  goOnOf: (name: string) => `Go on sending ${name}`,
  stop: 'Cancel',
  stopOf: (name: string) => `Cancel sending ${name}`,
  partly: (received: number, bytes: number) =>
    `${sayBytes(received)} of ${sayBytes(bytes)} are here. Choose the same file again to send the rest.`,
  whole: (bytes: number) => sayBytes(bytes),
  by: (name: string) => `sent by ${name},`,
  expires: 'deleted by itself',
  expiresWhy: `Files hold customers’ numbers, so each is deleted ${uploadHoursLimit} hours after it was last used.`,
  open: 'Go on with it',
  openOf: (name: string) => `Go on with ${name}`,
  delete: 'Delete',
  deleteOf: (name: string) => `Delete ${name}`,
  sure: (name: string) => `Delete “${name}” from this server?`,
  sureWhy: 'What was imported from it stays. An import of it that is under way is cancelled.',
  keep: 'Keep it',
  deleted: (name: string) => `“${name}” is deleted.`,
  gone: 'This file is not here any more',
  goneWhy: 'It was deleted, or kept long enough. What was imported from it stays.',
  other: 'Take another file',
}
