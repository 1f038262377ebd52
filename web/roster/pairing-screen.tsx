import { groupsOf } from '../../shared/roster/pairing-code.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'
import { productName } from '../ui/words.ts'
import { pairWords } from './display-words.ts'
import classes from './pairing-screen.module.css'
import { type PairingShown, sayClock } from './pairing-shown.ts'
import { otherWords } from './words.ts'

/** The whole screen of a display that waits: its code is read from across the hall. */
export function PairingScreen({ shown }: { shown: PairingShown }) {
  const { code, secondsLeft, trouble, signedIn } = shown
  const todo = pairWords.todo(window.location.host)
  return (
    <main className={classes['screen']}>
      <title>{`${todo} · ${productName}`}</title>
      <p className={classes['product']}>{productName}</p>
      <h1 className={classes['todo']}>{todo}</h1>
      {code === null ? (
        <p className={classes['code']} aria-hidden>
          <span>····</span>
          <span>····</span>
        </p>
      ) : (
        <p className={classes['code']} translate="no">
          {groupsOf(code).map((group, place) => (
            <span key={place}>{group}</span>
          ))}
        </p>
      )}
      {code !== null && trouble === null && (
        <p className={classes['left']} role="timer">
          {pairWords.left(sayClock(secondsLeft))}
        </p>
      )}
      <p className={classes['trouble']} role="status">
        {trouble ?? (code === null ? pairWords.coming : '')}
      </p>
      <p className={classes['aside']}>
        {signedIn === null ? (
          <TextLink to={paths.signIn} search={{}}>
            {pairWords.toSignIn}
          </TextLink>
        ) : (
          <>
            {pairWords.signsOut(signedIn)} <TextLink to={paths.home}>{otherWords.toStart}</TextLink>
          </>
        )}
      </p>
    </main>
  )
}
