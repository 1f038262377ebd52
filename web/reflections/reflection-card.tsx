import { Badge, Group, Paper, Text } from '@mantine/core'
import { type ReflectionOnPage } from '../../shared/calls/call-page.ts'
import { useMe } from '../roster/me.ts'
import { textFields } from './draft.ts'
import { repOutcomeNames, skillNames, textNames } from './words.ts'
import classes from './reflections.module.css'

type Props = {
  reflection: ReflectionOnPage
  /** When it was written, in the viewer's words. */
  when: string
}

/** A rep's own words about a call, read as they were written. */
export function ReflectionCard({ reflection, when }: Props) {
  const me = useMe()
  const whose = me.rep?.id === reflection.rep.id ? 'As you see it' : 'As the rep sees it'
  const answered = textFields.filter((field) => reflection[field] !== '')
  return (
    <Paper
      component="article"
      withBorder
      p="md"
      aria-label={`Reflection of ${reflection.rep.name}`}
    >
      <Text size="sm" c="dimmed">
        {reflection.rep.name}, {when}
      </Text>
      <p className={classes['seen']}>
        {whose}: {repOutcomeNames[reflection.outcome]}
      </p>
      <dl className={classes['answers']}>
        {answered.map((field) => (
          <div key={field}>
            <dt>{textNames[field]}</dt>
            <dd>{reflection[field]}</dd>
          </div>
        ))}
      </dl>
      <Group gap="xs">
        {reflection.skills.map((skill) => (
          <Badge key={skill} variant="default" tt="none" fw={500}>
            {skillNames[skill as keyof typeof skillNames]}
          </Badge>
        ))}
      </Group>
    </Paper>
  )
}
