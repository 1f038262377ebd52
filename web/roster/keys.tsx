import * as contract from '../../shared/roster/key-contract.ts'
import { type ReplyOf } from '../../shared/wire/endpoint.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { Instant } from '../ui/instant.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Row, Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { NewKeyForm } from './new-key-form.tsx'
import { RevokeKey } from './revoke-key.tsx'
import { keysWords, scopeNames } from './words.ts'

type Key = ReplyOf<typeof contract.keys>['items'][number]

/** API keys: what they may do, and how to make and revoke one. */
export function Keys() {
  return (
    <>
      <PageHeading title={keysWords.title} lead={keysWords.lead} />
      <Section title={keysWords.caption}>
        <Paged<Key> asks={askPages(contract.keys)}>
          {(keys) =>
            keys.length === 0 ? (
              <Empty order={3} title={keysWords.none}>
                {keysWords.noneWhy}
              </Empty>
            ) : (
              <Rows label={keysWords.caption}>
                {keys.map((key) => (
                  <KeyRow key={key.id} of={key} />
                ))}
              </Rows>
            )
          }
        </Paged>
      </Section>
      <Section title={keysWords.add} isSheet>
        <NewKeyForm />
      </Section>
    </>
  )
}

function KeyRow({ of }: { of: Key }) {
  return (
    <Row
      name={of.name}
      under={<code>{of.hint}…</code>}
      action={<RevokeKey id={of.id} name={of.name} />}
    >
      {of.scopes.map((scope) => scopeNames[scope]).join(' · ')}
      <br />
      {keysWords.created} <Instant at={of.createdAt} />
    </Row>
  )
}
