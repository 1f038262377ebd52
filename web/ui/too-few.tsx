import classes from './states.module.css'
import { words } from './words.ts'

/** Too little to say anything fair, in words instead of a number. */
export function TooFew({ have, need }: { have: number; need: number }) {
  return <span className={classes['tooFew']}>{words.tooFew(have, need)}</span>
}
