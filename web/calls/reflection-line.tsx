import { type CallLine } from '../../shared/calls/beside.ts'
import classes from './call-row.module.css'

/** The first words of the reflection, as the rep wrote them. */
export function ReflectionLine({ line }: { line: CallLine }) {
  if (line.reflectionLine !== null && line.reflectionLine !== '') {
    return <p className={classes['quote']}>“{line.reflectionLine}”</p>
  }
  return (
    <p className={classes['soft']}>
      {line.hasReflection ? 'reflected, without words' : 'no reflection yet'}
    </p>
  )
}
