import { paths } from '../paths.ts'
import { CommandBlock } from '../ui/command-block.tsx'
import { TextLink } from '../ui/link.tsx'
import { fileCommand, postCommand } from './commands.ts'
import { howWords } from './words.ts'

/** The exact commands, for this very installation. */
export function HowToImport() {
  return (
    <>
      <CommandBlock label={howWords.file} command={fileCommand} />
      <p>{howWords.fileWhy}</p>
      <CommandBlock label={howWords.post} command={postCommand(location.origin)} />
      <p>
        {howWords.postWhy} <TextLink to={paths.setUpKeys}>{howWords.toKeys}</TextLink>.
      </p>
    </>
  )
}
