import {
  type MomentSource,
  type NumberSource,
  type SecondsSource,
  type TextSource,
  type WordSource,
  type YesNoSource,
} from '../../../shared/intake/mapping-source.ts'
import { type Reader } from './draft.ts'
import { firstOf } from './first-of.ts'
import { mappedValue } from './mapped-value.ts'
import { type MappingDesk } from './mapping-desk.ts'
import { momentReader } from './moment-reader.ts'
import { secondsReader } from './seconds-reader.ts'
import { anyText, decimal, oneOf, yesOrNo } from './spellings.ts'

/** Makes the reader of a source, by kind of value. `at` is where it stands in the mapping. */
export function sourceReaders(desk: MappingDesk, zone: string | undefined) {
  return {
    text: (source: TextSource, at: string): Reader<string> =>
      firstOf(source, at, desk, (part, field) => mappedValue(part, field, desk, anyText)),
    word:
      <W extends string>(words: readonly W[]) =>
      (source: WordSource<W>, at: string): Reader<W> =>
        firstOf(source, at, desk, (part, field) => mappedValue(part, field, desk, oneOf(words))),
    yesNo: (source: YesNoSource, at: string): Reader<boolean> =>
      firstOf(source, at, desk, (part, field) => mappedValue(part, field, desk, yesOrNo)),
    number: (source: NumberSource, at: string): Reader<number> =>
      firstOf(source, at, desk, (part, field) => mappedValue(part, field, desk, decimal)),
    moment: (source: MomentSource, at: string): Reader<number> =>
      firstOf(source, at, desk, (part, field) => momentReader(part, field, desk, zone)),
    seconds: (source: SecondsSource, at: string): Reader<number> =>
      firstOf(source, at, desk, (part, field) => secondsReader(part, field, desk)),
  }
}
