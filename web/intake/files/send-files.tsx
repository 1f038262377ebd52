import { useQuery } from '@tanstack/react-query'
import * as contract from '../../../shared/intake/upload-contract.ts'
import { type Upload } from '../../../shared/intake/upload.ts'
import { Answer } from '../../api/answer.tsx'
import { askAll } from '../../api/ask-all.ts'
import { Section } from '../../ui/section.tsx'
import { DropFiles } from './drop-files.tsx'
import classes from './files.module.css'
import { SendingRows } from './sending-rows.tsx'
import { Uploads } from './uploads.tsx'
import { useSendings } from './use-sendings.ts'
import { fileWords } from './words.ts'

type Props = {
  /** The files that were chosen have arrived as a whole. */
  onWhole: (uploads: readonly Upload[]) => void
  /** Somebody goes on with one that was here. */
  onOpen: (upload: Upload) => void
}

/** The first step of an import: files are sent, or found where they were left. */
export function SendFiles({ onWhole, onOpen }: Props) {
  const uploads = useQuery(askAll(contract.uploads))
  return (
    <Section title={fileWords.title} lead={fileWords.lead}>
      <Answer to={uploads} lines={4}>
        {(items) => <Sending uploads={items} {...{ onWhole, onOpen }} />}
      </Answer>
    </Section>
  )
}

function Sending({ uploads, onWhole, onOpen }: Props & { uploads: Upload[] }) {
  const { sendings, add, goOn, stop } = useSendings({ uploads, onWhole })
  const onTheirWay = new Set(sendings.map(({ upload }) => upload?.id))
  return (
    <>
      <DropFiles onFiles={add} />
      <SendingRows {...{ sendings, goOn, stop }} />
      <div className={classes['here']}>
        <Section title={fileWords.here} lead={fileWords.expiresWhy}>
          <Uploads uploads={uploads.filter(({ id }) => !onTheirWay.has(id))} onOpen={onOpen} />
        </Section>
      </div>
    </>
  )
}
