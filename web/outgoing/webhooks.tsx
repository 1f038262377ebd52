import * as outgoing from '../../shared/outgoing/contract.ts'
import { askPages } from '../api/ask.ts'
import { Paged } from '../api/paged.tsx'
import { Empty } from '../ui/empty.tsx'
import { PageHeading } from '../ui/page-heading.tsx'
import { Rows } from '../ui/rows.tsx'
import { Section } from '../ui/section.tsx'
import { NewWebhookForm } from './new-webhook-form.tsx'
import { WebhookRow } from './webhook-row.tsx'
import { webhooksWords } from './words.ts'

/** Addresses that are told of events: what came of each message, and how to add one. */
export function Webhooks() {
  return (
    <>
      <PageHeading title={webhooksWords.title} lead={webhooksWords.lead} />
      <Section title={webhooksWords.caption}>
        <Paged<outgoing.Webhook> asks={askPages(outgoing.webhooks)}>
          {(webhooks) =>
            webhooks.length === 0 ? (
              <Empty order={3} title={webhooksWords.none}>
                {webhooksWords.noneWhy}
              </Empty>
            ) : (
              <Rows label={webhooksWords.caption}>
                {webhooks.map((webhook) => (
                  <WebhookRow key={webhook.id} webhook={webhook} />
                ))}
              </Rows>
            )
          }
        </Paged>
      </Section>
      <Section title={webhooksWords.add} lead={webhooksWords.addWhy} isSheet>
        <NewWebhookForm />
      </Section>
    </>
  )
}
