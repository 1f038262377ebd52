import { sightOf, type Viewer } from '../../shared/roster/sight.ts'
import { type Reading } from '../database/connect.ts'
import { prepareReply } from '../http/prepared-reply.ts'
import { findStamp } from './stamp-store.ts'
import { type Remember } from './remember.ts'

type Needs = { sql: Reading; remember: Remember }

/**
 * Holds whole answers: who may see the same and asks the same is given the same text, until
 * anything it rests on has changed, be it sums, waiting days, or people's names and teams.
 *
 * @param name no other question's
 */
export const holdAnswers =
  ({ sql, remember }: Needs) =>
  <Query, Reply extends object>(
    name: string,
    work: (viewer: Viewer, query: Query) => Promise<Reply>,
  ) =>
  async ({ viewer, query }: { viewer: Viewer; query: Query }): Promise<Reply> => {
    const stamp = await findStamp(sql, viewer.organizationId)
    const key = JSON.stringify([name, sightOf(viewer), query])
    return remember(stamp, key, async () => prepareReply(await work(viewer, query)))
  }
