import { Button, Group, Switch, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as contract from '../../../shared/intake/mapping-contract.ts'
import { askAll } from '../../api/ask-all.ts'
import { FailureNote } from '../../api/failure-note.tsx'
import { useTell } from '../../api/use-tell.ts'
import { Form } from '../../ui/form.tsx'
import { Instant } from '../../ui/instant.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import { sayDone, sayGone } from '../../ui/say-done.ts'
import { Section } from '../../ui/section.tsx'
import { AskOnceMore } from '../../ui/ask-once-more.tsx'
import { type SavedMapping } from '../saved-mapping.ts'
import { savedWords } from './words.ts'

/** Mappings that were kept; before the first one there is nothing to say. */
export function SavedMappings() {
  const mappings = useQuery(askAll(contract.mappings))
  if (!mappings.data || mappings.data.length === 0) return null
  return (
    <Section title={savedWords.title} lead={savedWords.lead}>
      <Rows label={savedWords.title}>
        {mappings.data.map((mapping) => (
          <MappingRow key={mapping.id} mapping={mapping} />
        ))}
      </Rows>
    </Section>
  )
}

function MappingRow({ mapping }: { mapping: SavedMapping }) {
  const { id, name, isShared, isOwn, createdBy } = mapping
  const [isRenaming, setIsRenaming] = useState(false)
  const change = useTell(contract.changeMapping, { renews: [contract.mappings] })
  const told = change.isPending ? (change.variables.body?.isShared ?? isShared) : isShared
  return (
    <Row
      name={name}
      under={
        <>
          {savedWords.changed} <Instant at={mapping.updatedAt} />
        </>
      }
      action={
        isOwn && (
          <Group gap="sm">
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={savedWords.renameOf(name)}
              onClick={() => {
                setIsRenaming(!isRenaming)
              }}
            >
              {savedWords.rename}
            </Button>
            <DeleteMapping mapping={mapping} />
          </Group>
        )
      }
    >
      {isOwn ? (
        <Switch
          checked={told}
          disabled={change.isPending}
          label={savedWords.shared}
          aria-label={savedWords.sharedOf(name)}
          onChange={(event) => {
            change.mutate({
              ...{ params: { mappingId: id }, body: { isShared: event.currentTarget.checked } },
            })
          }}
        />
      ) : (
        createdBy !== null && savedWords.sharedBy(createdBy)
      )}
      {isRenaming && (
        <Rename
          mapping={mapping}
          onDone={() => {
            setIsRenaming(false)
          }}
        />
      )}
      <FailureNote error={change.error} />
    </Row>
  )
}

function Rename({ mapping, onDone }: { mapping: SavedMapping; onDone: () => void }) {
  const rename = useTell(contract.changeMapping, {
    renews: [contract.mappings],
    onDone: ({ name }) => {
      sayDone(savedWords.renamed(name))
      onDone()
    },
  })
  return (
    <Form
      label={savedWords.renameOf(mapping.name)}
      onSubmit={(read) => {
        rename.mutate({ params: { mappingId: mapping.id }, body: { name: read('name') } })
      }}
    >
      <Group align="end" gap="sm" mt="sm">
        <TextInput
          name="name"
          required
          autoFocus
          maxLength={200}
          label={savedWords.newName}
          defaultValue={mapping.name}
        />
        <Button type="submit" variant="default" loading={rename.isPending}>
          {savedWords.save}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {savedWords.cancel}
        </Button>
      </Group>
      <FailureNote error={rename.error} />
    </Form>
  )
}

function DeleteMapping({ mapping: { id, name } }: { mapping: SavedMapping }) {
  const remove = useTell(contract.deleteMapping, {
    renews: [contract.mappings],
    onDone: () => {
      sayGone(savedWords.deleted(name))
    },
  })
  return (
    <AskOnceMore
      {...{ action: savedWords.delete, actionOf: savedWords.deleteOf(name) }}
      {...{ sure: savedWords.sure(name), sureWhy: savedWords.sureWhy, keep: savedWords.keep }}
      isPending={remove.isPending}
      onSure={() => {
        remove.mutate({ params: { mappingId: id } })
      }}
    >
      <FailureNote error={remove.error} />
    </AskOnceMore>
  )
}
