import { NumberInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useId, useState } from 'react'
import { sayDuration } from '../../shared/measure/say-duration.ts'
import classes from './target.module.css'
import { isTarget, targetSecondsLeast, targetSecondsMost } from './target-search.ts'

const secondsPerMinute = 60
/** So that the question is not asked at every key. */
const restMilliseconds = 500
const minutesMost = targetSecondsMost / secondsPerMinute

type Props = { seconds: number; onChange: (seconds: number) => void }

/** A target as minutes and seconds. What can't be a target is said, and not asked about. */
export function TargetField({ seconds, onChange }: Props) {
  const [typed, setTyped] = useState(() => split(seconds))
  const [followed, setFollowed] = useState(seconds)
  const problemId = useId()
  const tell = useDebouncedCallback(onChange, restMilliseconds)
  const total = typed.minutes * secondsPerMinute + typed.seconds
  if (followed !== seconds) {
    // The address changed by other means, such as the browser's way back.
    setFollowed(seconds)
    if (total !== seconds) setTyped(split(seconds))
  }
  const isPossible = isTarget(total)
  const change = (part: Partial<typeof typed>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    const nextTotal = next.minutes * secondsPerMinute + next.seconds
    if (isTarget(nextTotal)) tell(nextTotal)
    else tell.cancel()
  }
  const described = isPossible ? {} : { 'aria-describedby': problemId, error: true }
  return (
    <fieldset className={classes['field']}>
      <legend>Target for handle time</legend>
      <div className={classes['inputs']}>
        <NumberInput
          aria-label="Minutes"
          suffix=" min"
          value={typed.minutes}
          min={0}
          max={minutesMost}
          allowDecimal={false}
          allowNegative={false}
          w="7rem"
          onChange={(value) => {
            change({ minutes: Number(value) })
          }}
          {...described}
        />
        <NumberInput
          aria-label="Seconds"
          suffix=" s"
          value={typed.seconds}
          min={0}
          max={secondsPerMinute - 1}
          step={10}
          allowDecimal={false}
          allowNegative={false}
          w="6.5rem"
          onChange={(value) => {
            change({ seconds: Number(value) })
          }}
          {...described}
        />
      </div>
      {!isPossible && (
        <p id={problemId} className={classes['problem']}>
          From {sayDuration(targetSecondsLeast)} to {sayDuration(targetSecondsMost)}.
        </p>
      )}
    </fieldset>
  )
}

const split = (seconds: number) => ({
  minutes: Math.floor(seconds / secondsPerMinute),
  seconds: seconds % secondsPerMinute,
})
