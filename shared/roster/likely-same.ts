/**
 * How two names are alike, surest first: equal once case, accents and order are left aside; the
 * same e-mail address; the same extension or number; the same e-mail name as a person's name; a
 * first name cut to its initial.
 */
export const likenesses = [
  'same_name',
  'same_email',
  'same_number',
  'email_of_name',
  'initial',
] as const
export type Likeness = (typeof likenesses)[number]

export type Named = { repId: number; names: readonly string[] }
export type LikelySame = {
  likeness: Likeness
  /** The smaller id first. */
  repIds: [number, number]
  /** The names that are alike, in the same order. */
  names: [string, string]
}

/** A mark that more names share is no sign of a person: a queue's, a switchboard's. */
const sharedByLimit = 4
/** Shorter numbers are found everywhere. */
const digitsLeast = 3

/**
 * Which reps may be one person, by the names phone systems have for them. It only suggests: each
 * pair once, with its surest likeness, in the order of `likenesses` and then of ids.
 */
export function likelySame(reps: readonly Named[]): LikelySame[] {
  const byMark = new Map<string, { repId: number; name: string; likeness: Likeness }[]>()
  for (const { repId, names } of reps) {
    for (const name of new Set(names)) {
      for (const { likeness, mark } of marksOf(name)) {
        const key = `${likeness} ${mark}`
        const bearers = byMark.get(key) ?? []
        bearers.push({ repId, name, likeness })
        byMark.set(key, bearers)
      }
    }
  }
  const pairs = new Map<string, LikelySame>()
  for (const bearers of byMark.values()) {
    if (new Set(bearers.map(({ repId }) => repId)).size > sharedByLimit) continue
    for (const pair of pairsOf(bearers)) keepSurest(pairs, pair)
  }
  return [...pairs.values()].sort(
    (a, b) => rank(a) - rank(b) || a.repIds[0] - b.repIds[0] || a.repIds[1] - b.repIds[1],
  )
}

const rank = ({ likeness }: LikelySame): number => likenesses.indexOf(likeness)

function keepSurest(pairs: Map<string, LikelySame>, pair: LikelySame): void {
  const key = pair.repIds.join()
  const known = pairs.get(key)
  if (!known || rank(pair) < rank(known)) pairs.set(key, pair)
}

function pairsOf(
  bearers: readonly { repId: number; name: string; likeness: Likeness }[],
): LikelySame[] {
  return bearers.flatMap((one, place) =>
    bearers.slice(place + 1).flatMap((other): LikelySame[] => {
      if (one.repId === other.repId || isTold(one.likeness, one.name, other.name)) return []
      const [first, second] = one.repId < other.repId ? [one, other] : [other, one]
      return [
        {
          likeness: one.likeness,
          repIds: [first.repId, second.repId],
          names: [first.name, second.name],
        },
      ]
    }),
  )
}

/** Two whole names under one initial are two people; so are two initials that nothing tells more. */
const isTold = (likeness: Likeness, one: string, other: string): boolean =>
  (likeness === 'initial' && isShort(one) === isShort(other)) ||
  (likeness === 'email_of_name' && isEmail(one) === isEmail(other))

const isEmail = (name: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name.trim())
const isShort = (name: string): boolean => wordsIn(name).some((word) => word.length === 1)

/** What of a name can be found in another one. */
function marksOf(name: string): { likeness: Likeness; mark: string }[] {
  const number = numberIn(name)
  if (number !== null) return [{ likeness: 'same_number', mark: number }]
  if (isEmail(name)) {
    const address = plain(name.trim())
    const local = wordsIn(address.slice(0, address.indexOf('@')).replace(/\+.*$/, ''))
    return [
      { likeness: 'same_email', mark: address },
      ...(local.length > 1 ? [{ likeness: 'email_of_name' as const, mark: inOrder(local) }] : []),
    ]
  }
  const words = wordsIn(name)
  if (words.length === 0) return []
  const whole = { likeness: 'same_name' as const, mark: inOrder(words) }
  if (words.length === 1) return [whole]
  return [whole, { likeness: 'email_of_name', mark: inOrder(words) }, ...initialsOf(name, words)]
}

/** `anna berg`, `berg, anna` and `a. berg` all bear the mark `a berg`. */
function initialsOf(name: string, words: readonly string[]) {
  if (words.length !== 2) return []
  const [first = '', last = ''] = name.includes(',') ? [...words].reverse() : words
  if (last.length < 2) return [{ likeness: 'initial' as const, mark: `${last} ${first}` }]
  return [{ likeness: 'initial' as const, mark: `${first.slice(0, 1)} ${last}` }]
}

const inOrder = (words: readonly string[]): string => [...words].sort().join(' ')

/**
 * The extension in `SIP/204`, `ext. 204`, `204@pbx` or `Agent 204`, the digits of a phone number:
 * whatever stands around it says nothing of a person.
 */
function numberIn(name: string): string | null {
  const bare = plain(name)
    .replace(/@[\w.-]*$/, '')
    .replace(/^(pjsip|sip|sccp|iax2|local|agent|ext(ension)?|user)\b[\s./:#-]*/, '')
    .replaceAll(/[\s()./-]/g, '')
  return /^\+?\d+$/.test(bare) && bare.replace('+', '').length >= digitsLeast ? bare : null
}

/** Letters that decomposing leaves as they are. */
const letters: Record<string, string> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', ð: 'd', ı: 'i' },
}

/** Small letters without accents. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[ßøłđæœþðı]/g, (letter) => letters[letter] ?? letter)

/** Umlauts are written in two ways, so `Müller` and `Mueller` are made one. */
const wordsIn = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/(?<=[aou])e/g, ''))
