import { Button, Radio, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import * as roster from '../../shared/roster/contract.ts'
import { type BodyOf } from '../../shared/wire/endpoint.ts'
import { FailureNote } from '../api/failure-note.tsx'
import { fieldError } from '../api/field-error.ts'
import { useTell } from '../api/use-tell.ts'
import { Form } from '../ui/form.tsx'
import { InvitationReady } from './invitation-ready.tsx'
import { RepSelect } from './rep-select.tsx'
import { TeamsSelect } from './teams-select.tsx'
import { peopleWords, roleNames } from './words.ts'

/** A display on the wall is paired, not invited. */
const invitedRoles = ['rep', 'supervisor', 'admin'] as const
type InvitedRole = (typeof invitedRoles)[number]

/** Invites by role; the reply is a link to hand over. */
export function InviteForm() {
  const [role, setRole] = useState<InvitedRole>('rep')
  const [teamIds, setTeamIds] = useState<number[]>([])
  const [repId, setRepId] = useState<number | null>(null)
  const invite = useTell(roster.invite, { renews: [roster.people] })
  return (
    <Stack gap="lg">
      <Form
        label={peopleWords.invite}
        onSubmit={(read) => {
          invite.mutate({ body: asInvitation(read('email'), role, teamIds, repId) })
        }}
      >
        <TextInput
          name="email"
          type="email"
          required
          autoComplete="off"
          label={peopleWords.email}
          error={fieldError(invite.error, 'email')}
        />
        <Radio.Group label={peopleWords.role} value={role} onChange={setRole}>
          <Stack gap="xs" mt="xs">
            {invitedRoles.map((one) => (
              <Radio
                key={one}
                value={one}
                label={roleNames[one]}
                description={peopleWords.roleMeans[one]}
              />
            ))}
          </Stack>
        </Radio.Group>
        {role === 'supervisor' && <TeamsSelect value={teamIds} onChange={setTeamIds} />}
        {role === 'rep' && (
          <RepSelect
            label={peopleWords.rep}
            description={peopleWords.repHint}
            value={repId}
            onChange={setRepId}
          />
        )}
        <FailureNote error={invite.error} />
        <div>
          <Button type="submit" loading={invite.isPending}>
            {peopleWords.make}
          </Button>
        </div>
      </Form>
      {invite.data && (
        <InvitationReady invitation={invite.data} email={invite.variables.body.email} />
      )}
    </Stack>
  )
}

function asInvitation(
  email: string,
  role: InvitedRole,
  teamIds: number[],
  repId: number | null,
): BodyOf<typeof roster.invite> {
  if (role === 'supervisor') return { email, role, teamIds }
  return role === 'rep' ? { email, role, repId } : { email, role }
}
