import { useQuery } from '@tanstack/react-query'
import * as contract from '../../../shared/intake/connection-contract.ts'
import { Answer } from '../../api/answer.tsx'
import { askAll } from '../../api/ask-all.ts'
import { paths } from '../../paths.ts'
import { Empty } from '../../ui/empty.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Row, Rows } from '../../ui/rows.tsx'
import { Section } from '../../ui/section.tsx'
import { ConnectionState } from './connection-state.tsx'
import { connectionWords, kindNames } from './words.ts'

/** The list is asked again this often: deliveries come by themselves. */
const listSeconds = 10

/** Phone systems that deliver by themselves. */
export function ConnectionList() {
  const list = useQuery({
    ...askAll(contract.connections),
    refetchInterval: listSeconds * 1_000,
  })
  return (
    <Section title={connectionWords.list} lead={connectionWords.listLead}>
      <Answer to={list} lines={3}>
        {(items) =>
          items.length === 0 ? (
            <Empty order={3} title={connectionWords.none}>
              {connectionWords.noneWhy}
            </Empty>
          ) : (
            <Rows label={connectionWords.list}>
              {items.map((each) => (
                <Row
                  key={each.id}
                  name={each.name}
                  under={connectionWords.source(kindNames[each.kind], each.source)}
                  action={
                    <TextLink
                      to={paths.connection}
                      params={{ connectionId: each.id }}
                      aria-label={connectionWords.openOf(each.name)}
                    >
                      {connectionWords.open}
                    </TextLink>
                  }
                >
                  <ConnectionState of={each} />
                </Row>
              ))}
            </Rows>
          )
        }
      </Answer>
    </Section>
  )
}
