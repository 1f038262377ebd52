const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const rules = new Intl.PluralRules('en-GB', { type: 'ordinal' })

/** A place in a row: "1st", "2nd", "3rd", "11th". */
export const sayOrdinal = (place: number): string =>
  `${place}${endings[rules.select(place)] ?? 'th'}`
