import { clamp } from '../measure/clamp.ts'

/**
 * What is the true resolution rate, if "no repeat" is only a proxy for "resolved"?
 * (q + specificity - 1) / (sensitivity + specificity - 1), held within 0..1, with both taken from
 * an audit. For the whole center, never for one rep. Null where the proxy says no more than a coin.
 * Example: q 0.72, sensitivity 0.92, specificity 0.80: 0.722222. Source: METHOD 4.3 (V5).
 */
export function roganGladen(q: number, sensitivity: number, specificity: number): number | null {
  const informative = sensitivity + specificity - 1
  return informative <= 0 ? null : clamp((q + specificity - 1) / informative, 0, 1)
}
