import { Button, FileButton } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import classes from './files.module.css'
import { fileWords } from './words.ts'

/** Takes files that are dropped on it, or chosen through its button. */
export function DropFiles({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const [isOver, setIsOver] = useState(false)
  const over = (is: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setIsOver(is)
  }
  return (
    <div
      className={classes['drop']}
      data-over={isOver}
      onDragOver={over(true)}
      onDragLeave={over(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        onFiles([...event.dataTransfer.files])
      }}
    >
      <p className={classes['invitation']}>{fileWords.drop}</p>
      <FileButton multiple onChange={onFiles} inputProps={{ 'aria-label': fileWords.choose }}>
        {(props) => <Button {...props}>{fileWords.choose}</Button>}
      </FileButton>
      <p className={classes['kinds']}>{fileWords.kinds}</p>
    </div>
  )
}
