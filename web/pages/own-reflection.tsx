import { useState } from 'react'
import { Button } from '@mantine/core'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { ReflectOnCall } from '../reflections/reflect-on-call.tsx'
import { ShareChoice } from '../reflections/share-choice.tsx'
import { sayStatus } from '../reflections/say-status.ts'
import { useReflecting } from '../reflections/use-reflecting.ts'
import { useMe, useUserId } from '../roster/me.ts'

/** The rep's own reflection on the call they are looking at. */
export function OwnReflection({ call }: { call: CallPage }) {
  const me = useMe()
  const reflecting = useReflecting(useUserId())
  const [isOpen, setIsOpen] = useState(false)
  const repId = me.rep?.id ?? null
  if (repId === null) return null

  const { callId } = call
  const saved = call.reflections.find(({ rep }) => rep.id === repId)
  const hasReflection = saved !== undefined
  const kept = reflecting.drafts.get(callId)
  const close = () => {
    setIsOpen(false)
  }
  if (isOpen) {
    return (
      <ReflectOnCall
        callId={callId}
        repId={repId}
        hasReflection={hasReflection}
        reflecting={reflecting}
        onClose={close}
        onSaved={close}
      />
    )
  }
  return (
    <>
      {saved && (
        <ShareChoice
          callId={callId}
          isShared={saved.isShared}
          hasWords={saved.whatResolvedIt !== ''}
        />
      )}
      <Button
        mt="md"
        variant={hasReflection ? 'default' : 'filled'}
        onClick={() => {
          setIsOpen(true)
        }}
      >
        {kept ? 'Go on writing' : hasReflection ? 'Change your reflection' : 'Reflect on this call'}
      </Button>
      <p role="status">
        {sayStatus(kept, reflecting.sendings.get(callId), reflecting.store.isLasting())}
      </p>
    </>
  )
}
