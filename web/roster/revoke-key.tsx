import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { useTell } from '../api/use-tell.ts'
import { keysWords } from './words.ts'

/** Asks once more, in its place, because whatever uses the key stops working. */
export function RevokeKey({ id, name }: { id: number; name: string }) {
  const [isAsking, setIsAsking] = useState(false)
  const revoke = useTell(roster.revokeKey, { renews: [roster.keys] })
  if (!isAsking) {
    return (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={keysWords.revokeNamed(name)}
        onClick={() => {
          setIsAsking(true)
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
            setIsAsking(false)
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
