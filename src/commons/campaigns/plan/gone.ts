import { sql } from 'kysely'
import type { Quiet } from '#platform/scope'
import type { CampaignBody } from '../language.ts'
import type { Lack } from './lacks.ts'

/** What a plan names that is no more: groups that were put aside since, and chats that were taken out. */
export async function goneIn(
  { db, org }: Pick<Quiet, 'db' | 'org'>,
  { audience: { groupIds }, steps }: Pick<CampaignBody, 'audience' | 'steps'>,
): Promise<Lack[]> {
  const posted = steps.filter(({ channel, chatId }) => channel === 'chat' && chatId !== null)
  if (groupIds.length === 0 && posted.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from groups where org_id = ${org} and id = any(${groupIds}::uuid[]) and archived_at is null
    union all select id from chat_channels where org_id = ${org} and id = any(${posted.map(({ chatId }) => chatId)}::uuid[])
      and removed_at is null`.execute(db)
  const isThere = (id: string | null) => rows.some((row) => row.id === id)
  return [
    ...(groupIds.every(isThere) ? [] : [{ step: null, code: 'group-gone' as const, words: '' }]),
    ...posted
      .filter(({ chatId }) => !isThere(chatId))
      .map(({ id: step }) => ({ step, code: 'chat-gone' as const, words: '' })),
  ]
}
