import { useQuery } from '@tanstack/react-query'
import { type CallPage } from '../../shared/calls/call-page.ts'
import { show } from '../../shared/calls/contract.ts'
import { Answer } from '../api/answer.tsx'
import { ask } from '../api/ask.ts'
import { draftOf, emptyDraft, type Draft } from './draft.ts'
import { ReflectionForm } from './reflection-form.tsx'
import { sayStatus } from './say-status.ts'
import { type Reflecting } from './use-reflecting.ts'
import { readersWords } from './words.ts'

type Props = {
  callId: number
  /** The rep whose reflection it is: the signed-in person. */
  repId: number
  hasReflection: boolean
  reflecting: Reflecting
  onClose: () => void
  onSaved: () => void
}

/** The reflection form of one call: it goes on from the draft, or from what was saved before. */
export function ReflectOnCall({ hasReflection, ...rest }: Props) {
  const { callId, repId, reflecting } = rest
  const kept = reflecting.drafts.get(callId)
  const call = useQuery({ ...ask(show, { params: { callId } }), enabled: hasReflection })
  const savedIn = (page: CallPage | undefined) =>
    page?.reflections.find(({ rep }) => rep.id === repId)
  const isShared = savedIn(call.data)?.isShared === true
  if (!hasReflection || kept) {
    return <FormOnCall draft={kept?.draft ?? emptyDraft} isShared={isShared} {...rest} />
  }
  return (
    <Answer to={call} lines={7}>
      {(page) => {
        const saved = savedIn(page)
        return (
          <FormOnCall draft={saved ? draftOf(saved) : emptyDraft} isShared={isShared} {...rest} />
        )
      }}
    </Answer>
  )
}

type FormProps = Omit<Props, 'hasReflection'> & { draft: Draft; isShared: boolean }

function FormOnCall({ callId, draft, isShared, reflecting, onClose, onSaved }: FormProps) {
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
      readers={readersWords[isShared ? 'shared' : 'private']}
    />
  )
}
