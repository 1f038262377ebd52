/** Time zones by their IANA names, as this browser knows them; UTC leads. */
export const timeZones: readonly string[] = [
  'UTC',
  ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC'),
]

const names = new Intl.DisplayNames('en-GB', { type: 'region', fallback: 'none' })
const letters = Array.from({ length: 26 }, (_, place) => String.fromCharCode(65 + place))
/** Codes that browsers name too: of no country with phone numbers of its own, or former ones. */
const passedOver = new Set([
  ...[
    'EU',
    'EZ',
    'UN',
    'QO',
    'XA',
    'XB',
    'ZZ',
    'AQ',
    'BV',
    'HM',
    'TF',
    'GS',
    'CP',
    'DG',
    'EA',
    'IC',
  ],
  ...[
    'AN',
    'BU',
    'CS',
    'DD',
    'DY',
    'FX',
    'HV',
    'NH',
    'RH',
    'SU',
    'TP',
    'UK',
    'VD',
    'YD',
    'YU',
    'ZR',
  ],
])

export type Country = { code: string; name: string }

/** Countries by ISO 3166 code, in order of their names. What is no country the server refuses. */
export const countries: readonly Country[] = letters
  .flatMap((first) => letters.map((second) => first + second))
  .filter((code) => !passedOver.has(code))
  .flatMap((code) => {
    const name = names.of(code)
    return name === undefined ? [] : [{ code, name }]
  })
  .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
