import { Kbd, Switch } from '@mantine/core'
import { explainedKeys } from './my-call-keys.ts'
import classes from './keys-hint.module.css'

type Props = { isOn: boolean; onSwitch: (isOn: boolean) => void }

/** The keys of this page, and a way to switch single letters off (WCAG 2.1.4). */
export function KeysHint({ isOn, onSwitch }: Props) {
  return (
    <details className={classes['hint']}>
      <summary>Keys</summary>
      <dl className={classes['keys']}>
        {explainedKeys.map(({ keys, words }) => (
          <div key={words}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key} size="sm">
                  {key}
                </Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label="Single letters are keys"
        size="sm"
        checked={isOn}
        onChange={(event) => {
          onSwitch(event.currentTarget.checked)
        }}
      />
    </details>
  )
}
