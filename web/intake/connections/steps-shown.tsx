import { CommandBlock } from '../../ui/command-block.tsx'
import classes from './connections.module.css'
import { type Step } from './systems.ts'

/** What to do, one after the other, with what is to be copied as it is. */
export function StepsShown({ label, steps }: { label: string; steps: readonly Step[] }) {
  return (
    <ol aria-label={label} className={classes['steps']}>
      {steps.map(({ says, copy }) => (
        <li key={says}>
          {says}
          {copy && <CommandBlock label={copy.label} command={copy.text} />}
        </li>
      ))}
    </ol>
  )
}
