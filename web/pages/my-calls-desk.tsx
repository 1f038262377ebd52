import { Drawer, Kbd, Title } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { type CallLine } from '../../shared/calls/beside.ts'
import { type RepName } from '../../shared/roster/person.ts'
import { KeysHint } from '../calls/keys-hint.tsx'
import { LegStatement } from '../calls/leg-statement.tsx'
import { MyCallList } from '../calls/my-call-list.tsx'
import { useMyCallKeys } from '../calls/use-my-call-keys.ts'
import { paths } from '../paths.ts'
import { ReflectOnCall } from '../reflections/reflect-on-call.tsx'
import { ShareOnCall } from '../reflections/share-on-call.tsx'
import { sayDraft } from '../reflections/say-status.ts'
import { useReflecting, type Reflecting } from '../reflections/use-reflecting.ts'
import { Instant } from '../ui/instant.tsx'
import classes from './my-calls-desk.module.css'
import { useChosenCall } from './use-chosen-call.ts'

type Props = { lines: readonly CallLine[]; rep: RepName; userId: string }

/** From here on the chosen call and its reflection stand beside the list. */
const wide = '(min-width: 68em)'

/** The list of the rep's calls with, beside it, the chosen call and the words on it. */
export function MyCallsDesk({ lines, rep, userId }: Props) {
  const reflecting = useReflecting(userId)
  const navigate = useNavigate()
  const isWide = useMediaQuery(wide, undefined, { getInitialValueInEffect: false })
  const [areKeysOn, setAreKeysOn] = useLocalStorage({
    key: 'wellspent/letter-keys',
    defaultValue: true,
  })
  const { selected, openId, select, open, close, finish, said, focusWatch } = useChosenCall(lines)
  const waiting = lines.filter((line) => !line.hasReflection)
  const reflected = lines.filter((line) => line.hasReflection)

  useMyCallKeys({
    lines: [...waiting, ...reflected],
    selectedId: selected?.callId ?? null,
    isOn: areKeysOn,
    onReflect: open,
    onOpen: (callId) => void navigate({ to: paths.call, params: { callId } }),
  })

  const list = {
    selectedId: selected?.callId ?? null,
    onSelect: select,
    onReflect: open,
    draftOf: (callId: number) => sayDraft(reflecting.drafts.get(callId)),
  }
  const panel = selected && (
    <CallPanel
      line={selected}
      isOpen={openId === selected.callId}
      areKeysOn={areKeysOn}
      repId={rep.id}
      reflecting={reflecting}
      onClose={close}
      onSaved={finish}
    />
  )
  return (
    <>
      <div className={classes['desk']}>
        <div {...focusWatch}>
          <div className={classes['top']}>
            <KeysHint isOn={areKeysOn} onSwitch={setAreKeysOn} />
            <p role="status" className={classes['said']}>
              {said}
            </p>
          </div>
          <MyCallList title="Without a reflection" lines={waiting} {...list} />
          <MyCallList title="With a reflection" lines={reflected} {...list} />
        </div>
        {isWide ? (
          <aside aria-label="The chosen call" className={classes['panel']}>
            {panel}
          </aside>
        ) : (
          <Drawer.Root
            opened={openId !== null}
            onClose={close}
            position="bottom"
            size="100%"
            returnFocus={false}
          >
            <Drawer.Content aria-label="Reflection">
              <Drawer.Body className={classes['drawer'] ?? ''}>{panel}</Drawer.Body>
            </Drawer.Content>
          </Drawer.Root>
        )}
      </div>
    </>
  )
}

type PanelProps = {
  line: CallLine
  isOpen: boolean
  areKeysOn: boolean
  repId: number
  reflecting: Reflecting
  onClose: () => void
  onSaved: () => void
}

function CallPanel({ line, isOpen, areKeysOn, ...rest }: PanelProps) {
  return (
    <>
      <Title order={2} mb="xs">
        The call of <Instant at={line.startedAt} />
      </Title>
      <LegStatement time={line.time} percentile={null} />
      <div className={classes['form']}>
        {isOpen ? (
          <ReflectOnCall
            key={line.callId}
            callId={line.callId}
            hasReflection={line.hasReflection}
            {...rest}
          />
        ) : (
          <Closed line={line} repId={rest.repId} areKeysOn={areKeysOn} />
        )}
      </div>
    </>
  )
}

/** What stands below a call while nobody writes on it. */
const Closed = ({
  line: { callId, hasReflection },
  repId,
  areKeysOn,
}: Pick<PanelProps, 'line' | 'repId' | 'areKeysOn'>) => (
  <>
    <p className={classes['hint']}>
      {hasReflection ? 'You have reflected on this call.' : 'Nothing written yet.'}
      {areKeysOn && (
        <>
          {' '}
          Press <Kbd size="xs">r</Kbd> to {hasReflection ? 'change it' : 'reflect'}.
        </>
      )}
    </p>
    {hasReflection && <ShareOnCall callId={callId} repId={repId} />}
  </>
)
