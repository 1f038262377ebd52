import { type Reading } from '../database/connect.ts'

/**
 * Everything an answer rests on besides what was asked, in one text: how far the sums have come,
 * how many days wait, and which names and teams people have. Equal stamps, equal answers.
 */
export async function findStamp(sql: Reading, organizationId: number): Promise<string> {
  const [row] = await sql<{ stamp: string }[]>`
    select concat_ws(' ',
      (select revision from balance_state where organization_id = ${organizationId}),
      (select count(distinct day) from changed_day
        where organization_id = ${organizationId} and concerns <> 'later'),
      (select sum(hashtextextended(concat_ws('|', id, name, team_id), 0)) from rep
        where organization_id = ${organizationId}),
      (select sum(hashtextextended(concat_ws('|', id, name), 0)) from team
        where organization_id = ${organizationId})
    ) as stamp`
  return row?.stamp ?? ''
}
