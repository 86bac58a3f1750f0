import { expect, test } from 'vitest'
import { chooseLetters } from '#letters/contract.ts'
import { endMembership } from '#people/contract.ts'
import { bodyOf, goOn, launched, step } from '#test/campaign.ts'
import { openWorld } from '#test/world.ts'
import { getCampaignReport, groupsOfPeople, listCampaignPeople } from '../report.contract.ts'
import { answerCampaign, nominateForCampaign } from '../taking-part.contract.ts'

const world = openWorld()

/** A campaign of two texts to some twenty people, of whom some answered, left or want no more, before its second step. */
async function told() {
  const org = await world.organization()
  const admin = await org.admin()
  const people = []
  for (let number = 0; number < 20; number++) people.push(await org.person(`Member ${number}`))
  const said = (text: string) => ({ en: { subject: text, text: 'Hello {{name}}.' } })
  const variants = [said('Share what you know'), said('Who asks you?')]
  const steps = [
    step('why', { variants }),
    step('more', { after: 'why', days: 5 }),
    step('end', { after: 'more', days: 9 }),
  ]
  const { id: campaignId } = await launched(admin, org.root, bodyOf(steps))
  await world.settle()
  const params = { campaignId }
  const answers = ['interested', 'interested', 'interested', 'later', 'no'] as const
  for (const [at, answer] of answers.entries())
    await people[at]?.does(answerCampaign, { params, body: { answer, step: 'why' } })
  const reason = 'Whoever works with torque asks her first.'
  const nominated = people[9]
  await people[5]?.does(nominateForCampaign, { params, body: { memberId: nominated?.id ?? '', reason } })
  await admin.does(endMembership, { params: { memberId: people[6]?.id ?? '' } })
  await people[7]?.does(chooseLetters, { params: { topic: 'campaigns' }, body: { isWanted: false } })
  world.pass({ days: 6 })
  await goOn(world, org.id)
  const report = await admin.does(getCampaignReport, { params })
  const who = async (query: object) =>
    (await admin.does(listCampaignPeople, { params, query: { limit: 100, ...query } })).items.map(
      ({ name }) => name,
    )
  return { admin, params, report, who, nominated: nominated?.name }
}

test('each figure leads to as many people as it counts, step by step and text by text', async () => {
  const { report, who, nominated } = await told()
  const { members, reached, interested, later, no } = report
  expect({ members, reached, interested, later, no }).toEqual({
    ...{ members: 21, reached: 21, interested: 3, later: 1, no: 1 },
  })
  for (const figure of ['reached', 'interested', 'later', 'nominated'] as const)
    expect(await who({ who: figure }), figure).toHaveLength(report[figure])
  expect(await who({ who: 'interested' })).toEqual(['Member 0', 'Member 1', 'Member 2'])
  expect(await who({ who: 'nominated' })).toEqual([nominated])
  let counted = 0
  for (const { step: name, variants } of report.steps)
    for (const [variant, row] of variants.entries()) {
      const figures = { ...row, ...row.skipped, interested: row.interested.count }
      for (const figure of groupsOfPeople.filter((one) => one !== 'nominated')) {
        const found = await who({ who: figure, step: name, variant: String(variant) })
        expect(found, `${name} ${variant} ${figure}`).toHaveLength(figures[figure])
        counted += found.length
      }
    }
  // Reached twice, said, left, and waiting for the last step: there was something to count.
  expect(counted).toBeGreaterThan(40)
  expect(await who({ who: 'left', step: 'more' })).toEqual(['Member 6'])
})

test('who said no, who had answered, who wants no such mails and who opened what has no list', async () => {
  const { admin, params } = await told()
  for (const who of ['no', 'answered', 'unwanted', 'opened', 'members']) {
    const query = { who } as never
    expect((await admin.isRefused(listCampaignPeople, { params, query })).status).toBe(422)
  }
})
