import { type Floor } from '../../shared/floor/floor.ts'
import { keepTogether } from '../ui/keep-together.ts'
import { Section } from '../ui/section.tsx'
import classes from './celebration.module.css'
import { explanations } from './explanations.ts'
import { MayExplain } from './figure.tsx'
import { sayHowSolved, sayMinutes } from './say-floor.ts'
import { floorWords } from './words.ts'

type Props = Pick<Floor, 'recognitions' | 'word'> & {
  /** Whether the floor is live: what was taken off since may stand here otherwise. */
  isLive: boolean
}

/**
 * Calls that were solved for good and a word of the day: on the board because somebody wants it
 * there. Nothing says whose it is, and nothing stands here where there is nothing.
 */
export function Celebration({ recognitions, word, isLive }: Props) {
  return (
    <>
      {recognitions.length > 0 && (
        <Section title={floorWords.recognitions} lead={<WhyHere />}>
          <ul className={classes['tiles']} data-live={isLive}>
            {recognitions.map(({ id, minutes, issue }) => (
              <li key={id} className={classes['tile']}>
                {minutes !== null && (
                  <strong className={classes['minutes']}>
                    {keepTogether(sayMinutes(minutes))}
                  </strong>
                )}
                <span className={classes['how']}>
                  <Solved /> {sayHowSolved(minutes)}
                </span>
                {issue !== null && <span className={classes['issue']}>{issue}</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {word !== null && (
        <Section title={floorWords.word} lead={floorWords.wordLead}>
          <blockquote className={classes['word']} data-live={isLive}>
            {word.text}
          </blockquote>
        </Section>
      )}
    </>
  )
}

const WhyHere = () => (
  <MayExplain label={floorWords.whatIsIt} explanation={explanations.recognitions}>
    {floorWords.recognitionsLead}
  </MayExplain>
)

/** The form that stands for solved on every page; the words stand beside it. */
export const Solved = () => (
  <svg className={classes['mark']} viewBox="0 0 14 14" aria-hidden focusable={false}>
    <circle cx={7} cy={7} r={5.5} fill="currentColor" />
  </svg>
)
