const day = 86_400_000

/** Writes instants as RFC 3339 in UTC; calls come in order of time, so a day is written once. */
export function instantWriter(): (milliseconds: number) => string {
  let dayAtHand = Number.NaN
  let date = ''
  return (milliseconds) => {
    const place = Math.floor(milliseconds / day)
    if (place !== dayAtHand) {
      dayAtHand = place
      date = new Date(place * day).toISOString().slice(0, 'YYYY-MM-DDT'.length)
    }
    const inDay = milliseconds - place * day
    const seconds = Math.floor(inDay / 1000)
    const fraction = inDay % 1000
    const time = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
    return fraction === 0
      ? `${date}${time}Z`
      : `${date}${time}.${fraction.toString().padStart(3, '0')}Z`
  }
}

const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)
