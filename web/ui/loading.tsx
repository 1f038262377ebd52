import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'
import { words } from './words.ts'

const linesDefault = 5

/** The shape of what is coming, and a word for those who don't see shapes. */
export function Loading({ lines = linesDefault }: { lines?: number }) {
  return (
    <div role="status">
      <VisuallyHidden>{words.loading}</VisuallyHidden>
      <Stack gap="sm" aria-hidden>
        {Array.from({ length: lines }, (_, place) => (
          <Skeleton key={place} height={20} width={place % 3 === 2 ? '60%' : '100%'} />
        ))}
      </Stack>
    </div>
  )
}
