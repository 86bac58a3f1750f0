import { expect, test } from 'vitest'
import { bodyOf, goOn, launched, step } from '#test/campaign.ts'
import { openWorld } from '#test/world.ts'
import { getCampaignReport } from '../report.contract.ts'
import { answerCampaign } from '../taking-part.contract.ts'

const world = openWorld()

test('which text is better is said by those who got it in its first week, whoever comes in later', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const people = []
  for (let number = 0; number < 90; number++) people.push(await org.person(`Member ${number}`))
  const text = (subject: string) => ({ en: { subject, text: 'Read on.' } })
  const why = step('why', { variants: [text('First'), text('Second')] })
  const { id: campaignId } = await launched(admin, org.root, bodyOf([why], { days: 30 }))
  await goOn(world, org.id)
  const params = { campaignId }
  const verdict = async () => (await admin.does(getCampaignReport, { params })).steps[0]?.verdict
  const of = new Map<string, string>()
  for (const variant of ['0', '1']) {
    const { items } = await org.as(async ({ db, org: orgId }) => ({
      items: await db
        .selectFrom('campaignSends')
        .select('memberId')
        .where('orgId', '=', orgId)
        .where('variant', '=', Number(variant))
        .execute(),
    }))
    for (const { memberId } of items) of.set(memberId, variant)
  }
  for (const person of people.filter(({ id }) => of.get(id) === '1').slice(0, 25))
    await person.does(answerCampaign, { params, body: { answer: 'interested', step: 'why', variant: 1 } })
  expect(await verdict()).toMatchObject({ is: 'too-early' })
  world.pass({ days: 8 })
  await org.person('Newcomer')
  await goOn(world, org.id)
  const { steps } = await admin.does(getCampaignReport, { params })
  expect((steps[0]?.variants ?? []).reduce((sum, { reached }) => sum + reached, 0)).toBe(92)
  expect(await verdict()).toEqual({ is: 'best', variant: 1 })
})
