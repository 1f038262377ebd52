import { useQuery } from '@tanstack/react-query'
import { show } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { ShareChoice } from './share-choice.tsx'

/** The choice on a call in a list, of which only its number is known yet. */
export function ShareOnCall({ callId, repId }: { callId: number; repId: number }) {
  const call = useQuery(ask(show, { params: { callId } }))
  return (
    <Answer to={call} lines={3}>
      {({ reflections }) => {
        const saved = reflections.find(({ rep }) => rep.id === repId)
        if (!saved) return null
        const hasWords = saved.whatResolvedIt !== ''
        return <ShareChoice callId={callId} isShared={saved.isShared} hasWords={hasWords} />
      }}
    </Answer>
  )
}
