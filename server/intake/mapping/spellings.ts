import { type Spelling } from './mapped-value.ts'

/** A text as it stands; whether a record may hold it is checked on the record. */
export const anyText: Spelling<string> = { read: (text) => text, otherwise: 'no text' }

export const oneOf = <W extends string>(words: readonly W[]): Spelling<W> => ({
  read: (text) => words.find((word) => word === text),
  otherwise: `none of ${words.join(', ')}; list it in the map of this field`,
})

export const yesOrNo: Spelling<boolean> = {
  read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
  otherwise: 'neither true nor false; list it in the map of this field',
}

export const decimal: Spelling<number> = {
  read: (text) => (/^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : undefined),
  otherwise: 'no number; list it in the map of this field, or in the nulls of the column',
}
