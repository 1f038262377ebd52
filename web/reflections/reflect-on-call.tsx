import { useQuery } from '@tanstack/react-query'
import { show } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { draftOf, emptyDraft, type Draft } from './draft.ts'
import { ReflectionForm } from './reflection-form.tsx'
import { sayStatus } from './say-status.ts'
import { type Reflecting } from './use-reflecting.ts'

type Props = {
  callId: number
  /** The rep whose reflection it is: the signed-in person. */
  repId: number
  hasReflection: boolean
  reflecting: Reflecting
  onClose: () => void
  onSaved: () => void
}

const readers = 'You and your supervisor will read this; an administrator may.'

/** The reflection form of one call: it goes on from the draft, or from what was saved before. */
export function ReflectOnCall({ hasReflection, ...rest }: Props) {
  const { callId, repId, reflecting } = rest
  const kept = reflecting.drafts.get(callId)
  const isSavedNeeded = hasReflection && kept === undefined
  const call = useQuery({ ...ask(show, { params: { callId } }), enabled: isSavedNeeded })
  if (!isSavedNeeded) return <FormOnCall draft={kept?.draft ?? emptyDraft} {...rest} />
  return (
    <Answer to={call} lines={7}>
      {({ reflections }) => {
        const saved = reflections.find(({ rep }) => rep.id === repId)
        return <FormOnCall draft={saved ? draftOf(saved) : emptyDraft} {...rest} />
      }}
    </Answer>
  )
}

type FormProps = Omit<Props, 'hasReflection'> & { draft: Draft }

function FormOnCall({ callId, draft, reflecting, onClose, onSaved }: FormProps) {
  const { store, drafts, send, sendings } = reflecting
  const save = async () => {
    store.keep(callId, draft)
    if ((await send(callId)) === 'sent') onSaved()
  }
  return (
    <ReflectionForm
      draft={draft}
      onChange={(changed) => {
        store.keep(callId, changed)
      }}
      onSave={() => void save()}
      onClose={onClose}
      status={sayStatus(drafts.get(callId), sendings.get(callId), store.isLasting())}
      readers={readers}
    />
  )
}
