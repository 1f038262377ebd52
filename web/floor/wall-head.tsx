import { keepTogether } from '../ui/keep-together.ts'
import { type BoardNow } from './board-now.ts'
import { Solved } from './celebration.tsx'
import { sayClock } from './say-floor.ts'
import { type WallMessage, wallMessages } from './wall-messages.ts'
import { turnAt } from './wall-turns.ts'
import classes from './wall-head.module.css'
import { floorWords } from './words.ts'

/**
 * A line for everybody, what was solved for good and the word of the day, in turns, and the time.
 * All of them take their place at once, so that nothing below moves when another one comes.
 */
export function WallHead({ shown: { floor, now }, at }: { shown: BoardNow; at: number }) {
  const messages = wallMessages(floor)
  const turn = messages[turnAt(at, messages.length)]?.key
  const each = new Map(messages.map((message) => [message.key, message]))
  return (
    <header className={classes['head']}>
      <div className={classes['messages']}>
        {[...each.values()].map((message) => (
          <Message key={message.key} message={message} isTurn={message.key === turn} />
        ))}
      </div>
      <p className={classes['clock']}>{sayClock(now)}</p>
    </header>
  )
}

const Message = ({
  message: { kind, text },
  isTurn,
}: {
  message: WallMessage
  isTurn: boolean
}) => (
  <p className={classes['message']} data-kind={kind} data-turn={isTurn}>
    {kind === 'recognition' && <Solved />}
    {kind === 'word' && <span className={classes['kind']}>{floorWords.word}</span>}
    <span>{keepTogether(text)}</span>
  </p>
)
