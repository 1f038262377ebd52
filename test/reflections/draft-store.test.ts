import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { Reflection, skills } from '../../shared/reflections/contract.ts'
import {
  draftOf,
  emptyDraft,
  isEmpty,
  reflectionOf,
  textFields,
  type Draft,
} from '../../web/reflections/draft.ts'
import { draftStore, type DraftStorage } from '../../web/reflections/draft-store.ts'
import { readKept } from '../../web/reflections/read-kept.ts'
import { sayDraft, sayStatus } from '../../web/reflections/say-status.ts'

/** A browser's storage that outlives its pages. */
function storage(): DraftStorage & { items: Map<string, string> } {
  const items = new Map<string, string>()
  return {
    items,
    get length() {
      return items.size
    },
    key: (place) => [...items.keys()][place] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
  }
}

const half: Draft = {
  ...emptyDraft,
  outcome: 'resolved',
  texts: { ...emptyDraft.texts, whatResolvedIt: 'Reset the router' },
}
const drafts: fc.Arbitrary<Draft> = fc.record({
  outcome: fc.option(
    fc.constantFrom('resolved' as const, 'not_resolved' as const, 'not_sure' as const),
  ),
  texts: fc.record(
    Object.fromEntries(textFields.map((field) => [field, fc.string({ unit: 'grapheme' })])),
  ),
  skills: fc.subarray([...skills]),
})

describe('a draft', () => {
  test('survives a reload, at every keystroke and for every text', () => {
    fc.assert(
      fc.property(drafts, fc.integer({ min: 1, max: 1e15 }), (draft, callId) => {
        const browser = storage()
        draftStore(browser, 'ana').keep(callId, draft)
        const reloaded = draftStore(browser, 'ana').all().get(callId)
        expect(reloaded?.draft ?? emptyDraft).toEqual(isEmpty(draft) ? emptyDraft : draft)
      }),
    )
  })

  test('is not seen by the next person at the same computer', () => {
    const browser = storage()
    draftStore(browser, 'ana').keep(7, half)
    expect(draftStore(browser, 'ana/7').all().size).toBe(0)
    expect(draftStore(browser, 'an').all().size).toBe(0)
  })

  test('without a word in it leaves nothing behind', () => {
    const browser = storage()
    const store = draftStore(browser, 'ana')
    store.keep(7, half)
    store.keep(7, emptyDraft)
    expect(browser.items.size).toBe(0)
    expect(store.all().size).toBe(0)
  })

  test('of another tab is there after a reload of the store', () => {
    const browser = storage()
    const store = draftStore(browser, 'ana')
    let told = 0
    store.subscribe(() => (told += 1))
    draftStore(browser, 'ana').keep(7, half)
    expect(store.all().size).toBe(0)
    store.reload()
    expect(store.all().get(7)?.draft).toEqual(half)
    expect(told).toBe(1)
  })
})

describe('waiting to be sent', () => {
  test('outlives the page, until the words arrive', () => {
    const browser = storage()
    const store = draftStore(browser, 'ana')
    store.keep(7, half)
    store.wait(7)
    expect(draftStore(browser, 'ana').all().get(7)?.isWaiting).toBe(true)
    store.settle(7, half)
    expect(draftStore(browser, 'ana').all().size).toBe(0)
  })

  test('keeps what was written while the rest was under way', () => {
    const store = draftStore(storage(), 'ana')
    store.keep(7, half)
    store.wait(7)
    const more = { ...half, texts: { ...half.texts, whatStuck: 'The dog barked' } }
    store.keep(7, more)
    store.settle(7, half)
    expect(store.all().get(7)).toEqual({ draft: more, isWaiting: false })
  })

  test('ends when the rep goes on writing, or the server refuses', () => {
    const store = draftStore(storage(), 'ana')
    store.keep(7, half)
    store.wait(7)
    store.stopWaiting(7)
    expect(store.all().get(7)).toEqual({ draft: half, isWaiting: false })
  })
})

describe('a browser that stores nothing', () => {
  const refusing: DraftStorage = {
    ...storage(),
    setItem: () => {
      throw new Error('full')
    },
  }

  test('still holds the draft on the page, and the rep is told', () => {
    const store = draftStore(refusing, 'ana')
    expect(store.isLasting()).toBe(true)
    store.keep(7, half)
    expect(store.isLasting()).toBe(false)
    expect(store.all().get(7)?.draft).toEqual(half)
    expect(sayStatus(store.all().get(7), undefined, store.isLasting())).toBe(
      'This browser keeps no drafts: stay on this page until you have saved.',
    )
  })
})

describe('what a storage may hold', () => {
  test('never breaks the page', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const browser = storage()
        browser.items.set('wellspent/draft/ana/7', text)
        browser.items.set('wellspent/draft/ana/x', text)
        expect(draftStore(browser, 'ana').all().size).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is read as far as it can be understood', () => {
    const text = JSON.stringify({
      draft: { outcome: 'fine', texts: { whatStuck: 'a', friction: 3 }, skills: ['empathy', 'x'] },
    })
    expect(readKept(text)).toEqual({
      isWaiting: false,
      draft: {
        outcome: null,
        texts: { ...emptyDraft.texts, whatStuck: 'a' },
        skills: ['empathy'],
      },
    })
    expect(readKept('null')).toBeNull()
    expect(readKept('{')).toBeNull()
  })
})

describe('the reflection that is sent', () => {
  const shape = Compile(Reflection)

  test('needs the outcome and nothing else', () => {
    expect(reflectionOf({ ...half, outcome: null })).toBeNull()
    expect(reflectionOf({ ...emptyDraft, outcome: 'not_sure' })).toEqual({ outcome: 'not_sure' })
  })

  test('is what the server takes, and comes back as the same draft', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const sent = reflectionOf(draft)
        if (sent === null) return
        expect(shape.Check(sent)).toBe(true)
        const saved = { ...emptyDraft.texts, skills: [], ...sent }
        expect(reflectionOf(draftOf(saved))).toEqual(sent)
      }),
    )
  })
})

describe('what is said of the words', () => {
  const kept = { draft: half, isWaiting: false }
  const waiting = { draft: half, isWaiting: true }

  test.each([
    [undefined, undefined, null],
    [undefined, { state: 'sent' } as const, 'Saved.'],
    [kept, undefined, 'Draft kept in this browser.'],
    [kept, { state: 'sent' } as const, 'Draft kept in this browser.'],
    [waiting, { state: 'sending' } as const, 'Saving …'],
    [
      waiting,
      { state: 'waiting' } as const,
      'No connection to the server. Your words are kept in this browser and they are sent when it is back.',
    ],
    [
      kept,
      { state: 'refused', sentence: 'There is no such call.' } as const,
      'There is no such call. Your words are kept in this browser.',
    ],
  ])('%#', (words, sending, sentence) => {
    expect(sayStatus(words, sending, true)).toBe(sentence)
  })

  test('in a word or two', () => {
    expect(sayDraft(undefined)).toBeNull()
    expect(sayDraft(kept)).toBe('Draft kept')
    expect(sayDraft(waiting)).toBe('Waiting for the connection')
  })
})
