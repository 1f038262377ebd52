/** Beyond this many terms the series has long stopped changing. */
const termsLimit = 10_000
const relativePrecision = 1e-14

/**
 * How probable is a chi-square value this large or larger by chance, at these degrees of freedom?
 * One minus the regularized incomplete gamma function: its series below the mean, Lentz's continued
 * fraction above. Example: 3.841459 on 1 degree: 0.05.
 */
export function chiSquareUpperTail(value: number, degrees: number): number {
  if (value <= 0) return 1
  const a = degrees / 2
  const x = value / 2
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  return x < a + 1 ? Math.max(0, 1 - front * series(a, x)) : front * fraction(a, x)
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; n < termsLimit && Math.abs(term) > Math.abs(sum) * relativePrecision; n += 1) {
    term *= x / (a + n)
    sum += term
  }
  return sum
}

function fraction(a: number, x: number): number {
  const tiny = Number.MIN_VALUE / Number.EPSILON
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let whole = d
  for (let n = 1; n < termsLimit; n += 1) {
    const an = -n * (n - a)
    b += 2
    d = 1 / (an * d + b || tiny)
    c = b + an / c || tiny
    whole *= d * c
    if (Math.abs(d * c - 1) < relativePrecision) break
  }
  return whole
}

/** Stirling's series after shifting the argument upwards; exact to about 1e-14. */
function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 10) {
    shift -= Math.log(at)
    at += 1
  }
  const inverse = 1 / at
  const square = inverse * inverse
  const tail = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + tail
}
