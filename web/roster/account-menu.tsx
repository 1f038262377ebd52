import {
  Button,
  isMantineColorScheme,
  Popover,
  Radio,
  Stack,
  useMantineColorScheme,
} from '@mantine/core'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { paths } from '../paths.ts'
import { TextLink } from '../ui/link.tsx'
import { type Me } from './me.ts'
import classes from './shell.module.css'
import { useSignedOut } from './use-signed-out.ts'
import { roleNames, shellWords } from './words.ts'

/** Who is signed in, how the pages look, and the way out. */
export function AccountMenu({ me }: { me: Me }) {
  const out = useTell(roster.signOut, { onDone: useSignedOut() })
  return (
    <div className={classes['account']}>
      <Popover
        width={250}
        position="bottom-end"
        shadow="md"
        withinPortal={false}
        trapFocus
        returnFocus
      >
        <Popover.Target>
          <Button
            variant="subtle"
            color="gray"
            c="inherit"
            aria-label={shellWords.account(me.name)}
          >
            {me.name}
            <Chevron />
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={shellWords.accountTitle}>
          <Stack gap="md">
            <div className={classes['who']}>
              {roleNames[me.role]}
              {me.email !== null && (
                <>
                  <br />
                  {me.email}
                </>
              )}
            </div>
            <Appearance />
            <TextLink to={paths.numbers}>{shellWords.numbers}</TextLink>
            <FailureNote error={out.error} />
            <Button
              variant="default"
              loading={out.isPending}
              onClick={() => {
                out.mutate({})
              }}
            >
              {shellWords.signOut}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** Says without words that something opens below. */
const Chevron = () => (
  <svg viewBox="0 0 10 6" className={classes['chevron']} aria-hidden>
    <path d="M1 1l4 4 4-4" />
  </svg>
)

const schemes = ['light', 'dark', 'auto'] as const

function Appearance() {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Radio.Group
      label={shellWords.appearance}
      value={colorScheme}
      onChange={(value) => {
        if (isMantineColorScheme(value)) setColorScheme(value)
      }}
    >
      <Stack gap="xs" mt="xs">
        {schemes.map((scheme) => (
          <Radio key={scheme} value={scheme} label={shellWords.schemes[scheme]} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
