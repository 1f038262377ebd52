import { Title } from '@mantine/core'
import { type Signs } from '../../shared/balance/contract.ts'
import { type Detector, type DetectorGrouping } from '../../shared/balance/words.ts'
import { paths } from '../paths.ts'
import { Empty } from '../ui/empty.tsx'
import { keepTogether } from '../ui/keep-together.ts'
import { TextLink } from '../ui/link.tsx'
import { type SignBlock, saySeen, signBlocks, sayQuiet, type SignStatement } from './sign-say.ts'
import { detectorWords } from './target-words.ts'
import classes from './target.module.css'

/** What each detector says, those that found something first. */
export function SignList({ signs, by }: { signs: Signs; by: DetectorGrouping }) {
  if (signs.statements.length === 0) {
    return (
      <Empty title="Nothing to look at yet" order={3}>
        <p>These signs are looked for once calls are old enough.</p>
      </Empty>
    )
  }
  return (
    <ul className={classes['groups']}>
      {signBlocks(signs.statements).map((block) => (
        <SignItem key={block.detector} block={block} by={by} />
      ))}
    </ul>
  )
}

function SignItem({
  block: { detector, flagged, quiet },
  by,
}: {
  block: SignBlock
  by: DetectorGrouping
}) {
  const { title } = detectorWords[detector]
  const nothing = sayQuiet(quiet, flagged.length === 0)
  return (
    <li className={classes['group']}>
      <div className={classes['side']}>
        <Title order={3}>{title}</Title>
        {flagged.length > 0 && (
          <ul className={classes['flagged']} aria-label={`Worth a look: ${title}`}>
            {flagged.map((statement) => (
              <li key={statement.key}>
                <strong>{statement.name}:</strong> {keepTogether(saySeen(statement))}{' '}
                <CallsLink statement={statement} by={by} />
              </li>
            ))}
          </ul>
        )}
        <p className={classes['soft']}>
          {nothing ?? (flagged.length === 0 && 'Too few calls to look for it yet.')}
        </p>
      </div>
      {flagged.length > 0 ? (
        <Meaning detector={detector} />
      ) : (
        <details className={classes['meant']}>
          <summary>What it would mean</summary>
          <Meaning detector={detector} />
        </details>
      )}
    </li>
  )
}

function Meaning({ detector }: { detector: Detector }) {
  const { means, meansNot } = detectorWords[detector]
  return (
    <dl className={classes['meaning']}>
      <div>
        <dt>What it may mean</dt>
        <dd>{means}</dd>
      </div>
      <div>
        <dt>What it does not mean</dt>
        <dd>{meansNot}</dd>
      </div>
    </dl>
  )
}

function CallsLink({ statement, by }: { statement: SignStatement; by: DetectorGrouping }) {
  const search = by === 'team' ? { team: [Number(statement.key)] } : { queue: [statement.key] }
  return (
    <TextLink to={paths.calls} search={search} aria-label={`Show the calls of ${statement.name}`}>
      Show the calls
    </TextLink>
  )
}
