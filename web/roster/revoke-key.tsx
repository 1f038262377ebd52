import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { sayGone } from '../ui/say-done.ts'
import { keysWords } from './words.ts'

/** Asks once more, in its place, because whatever uses the key stops working. */
export function RevokeKey({ id, name }: { id: number; name: string }) {
  const [asked, setAsked] = useState<'not' | 'now' | 'before'>('not')
  const revoke = useTell(roster.revokeKey, {
    renews: [roster.keys],
    onDone: () => {
      sayGone(keysWords.revoked(name))
    },
  })
  if (asked !== 'now') {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        autoFocus={asked === 'before'}
        aria-label={keysWords.revokeNamed(name)}
        onClick={() => {
          setAsked('now')
        }}
      >
        {keysWords.revoke}
      </Button>
    )
  }
  return (
    <div role="group" aria-label={keysWords.sure(name)}>
      <strong>{keysWords.sure(name)}</strong>
      <p>{keysWords.sureWhy}</p>
      <Group gap="sm">
        <Button
          autoFocus
          variant="default"
          size="compact-md"
          onClick={() => {
            setAsked('before')
          }}
        >
          {keysWords.keep}
        </Button>
        <Button
          size="compact-md"
          loading={revoke.isPending}
          onClick={() => {
            revoke.mutate({ params: { keyId: id } })
          }}
        >
          {keysWords.revoke}
        </Button>
      </Group>
      <FailureNote error={revoke.error} />
    </div>
  )
}
