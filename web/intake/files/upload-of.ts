import { type Upload } from '../../../shared/intake/upload.ts'

/**
 * The upload a chosen file goes on with: the newest of its name and size that is not whole. A
 * browser forgets files when a page is left, so the person chooses the same one again.
 */
export const uploadOf = (
  file: { name: string; size: number },
  uploads: readonly Upload[],
): Upload | null =>
  uploads
    .filter(({ bytes, received }) => received < bytes)
    .find(({ name, bytes }) => name === file.name && bytes === file.size) ?? null
