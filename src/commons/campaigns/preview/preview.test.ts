import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { setProfile } from '#leader/expert.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { chooseLetters } from '#letters/contract.ts'
import { bodyOf, campaignOf, companyIn, step } from '#test/campaign.ts'
import { openWorld } from '#test/world.ts'
import { previewCampaign } from '../campaign.contract.ts'
import type { Condition } from '../language.ts'

const world = openWorld()

/** A campaign for whoever leads nowhere, quiet at night, as its administrator sees it through somebody’s eyes. */
async function previewed() {
  const company = await companyIn(world)
  const { org, admin } = company
  const said = {
    en: { subject: 'About {{topic|it}}', text: 'Hello {{name}}.' },
    fr: { subject: 'À propos de {{topic|cela}}', text: 'Bonjour {{name}}.' },
  }
  const leads: Condition = { is: 'role', roles: ['leader'], not: true }
  const { id: campaignId } = await campaignOf(
    admin,
    org.root,
    bodyOf([step('why', { variants: [said] })], {
      audience: { groupIds: [], match: 'all', conditions: [leads] },
      quiet: { from: 18, until: 8, weekends: false },
    }),
  )
  const as = (memberId: string) =>
    admin.does(previewCampaign, { params: { campaignId }, query: { memberId } })
  return { ...company, as }
}

test('one sees it in somebody’s language, on what they know, and when it would come where they are', async () => {
  const { org, admin, mei, as } = await previewed()
  await org.as(({ db }) =>
    sql`update members set locale = 'fr', time_zone = 'Asia/Tokyo' where id = ${mei.id}`.execute(db),
  )
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const helps = { helpsWith: 'Zeroing it', languages: ['fr' as const], availability: 'open' as const }
  await mei.does(setProfile, { body: { ...helps, topicIds: [topicId], until: null } })
  const shown = await as(mei.id)
  expect(shown).toMatchObject({
    locale: 'fr',
    subject: 'À propos de Torque',
    text: 'Bonjour Mei Tanaka.',
    against: null,
  })
  expect(shown.html).toContain('lang="fr"')
  // In Tokyo it is evening: it comes at eight the next morning, which is eleven at night here.
  expect(shown.at).toBe('2026-03-02T23:00:00.000Z')
  expect(await as(admin.id)).toMatchObject({ locale: 'en', subject: 'About it', text: 'Hello Ada Winter.' })
})

test('it says who would not get it, but not who wants no such mails', async () => {
  const { org, dana, mei, as } = await previewed()
  expect((await as(dana.id)).against).toBe('not-in-audience')
  await mei.does(chooseLetters, { params: { topic: 'campaigns' }, body: { isWanted: false } })
  expect((await as(mei.id)).against).toBeNull()
  await org.as(({ db, now }) =>
    sql`insert into refused_addresses (org_id, id, email, code, words, refused_at)
      values (${org.id}, gen_random_uuid(), ${mei.email}, 550, 'Nobody', ${now})`.execute(db),
  )
  expect((await as(mei.id)).against).toBe('refused-address')
})
