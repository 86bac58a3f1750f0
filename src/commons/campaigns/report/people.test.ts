import { expect, test } from 'vitest'
import { setFewestTold } from '#leader/fewest.contract.ts'
import { chooseLetters } from '#letters/contract.ts'
import { endMembership } from '#people/contract.ts'
import { bodyOf, goOn, launched, step } from '#test/campaign.ts'
import type { Person } from '#test/organization.ts'
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

const perStep = ['waiting', 'reached', 'unsure', 'failed', 'interested', 'left', 'refused'] as const

test('each figure leads to as many people as it counts, where they may be told', async () => {
  const { report, who, nominated } = await told()
  const { members, reached, interested, later, no } = report
  expect({ members, reached, interested, later, no }).toEqual({
    ...{ members: 21, reached: 21, interested: 3, later: 1, no: 1 },
  })
  for (const figure of ['reached', 'interested', 'nominated'] as const)
    expect(await who({ who: figure }), figure).toHaveLength(report[figure])
  expect(await who({ who: 'interested' })).toEqual(['Member 0', 'Member 1', 'Member 2'])
  expect(await who({ who: 'nominated' })).toEqual([nominated])
  let counted = 0
  for (const { step: name, isFirst, variants } of report.steps)
    for (const [variant, row] of variants.entries()) {
      const figures = { ...row, ...row.skipped, interested: row.interested.count }
      const told = isFirst ? perStep : (['interested', 'left', 'refused'] as const)
      for (const figure of told) {
        const found = await who({ who: figure, step: name, variant: String(variant) })
        expect(found, `${name} ${variant} ${figure}`).toHaveLength(figures[figure])
        counted += found.length
      }
    }
  expect(counted).toBeGreaterThan(20)
  expect(await who({ who: 'left', step: 'more' })).toEqual(['Member 6'])
})

test('whoever said no, or not now, stands in the same lists as who said nothing', async () => {
  const { admin, params, report, who } = await told()
  const lists: [string, string[]][] = []
  for (const step of [undefined, ...report.steps.map(({ step }) => step)])
    for (const figure of groupsOfPeople) {
      const query = { who: figure, ...(step && { step }) }
      const isFirst = report.steps.some((one) => one.step === step && one.isFirst)
      if (!step || isFirst || ['interested', 'nominated', 'left', 'refused'].includes(figure))
        lists.push([`${figure} ${step}`, await who(query)])
      else {
        const refusal = await admin.isRefused(listCampaignPeople, { params, query })
        expect(refusal).toMatchObject({ status: 403, code: 'campaign.answer-is-theirs' })
      }
    }
  const of = (name: string) => lists.filter(([, names]) => names.includes(name)).map(([list]) => list)
  const silent = of('Member 8')
  expect(silent).toContain('reached undefined')
  // Not now, no, and wants no such mails any more.
  for (const name of ['Member 3', 'Member 4', 'Member 7']) expect(of(name), name).toEqual(silent)
})

test('of few people, or of such as all said the same, it is not told how many said no', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const people: Person[] = []
  for (let number = 0; number < 8; number++) people.push(await org.person(`Member ${number}`))
  const steps = [step('why'), step('more', { after: 'why', days: 5 })]
  const { id: campaignId } = await launched(admin, org.root, bodyOf(steps))
  await world.settle()
  const params = { campaignId }
  const say = async (count: number, answer: 'interested' | 'later' | 'no') => {
    for (const person of [admin, ...people].slice(0, count))
      await person.does(answerCampaign, { params, body: { answer, step: 'why' } })
  }
  const untold = async () => {
    const report = await admin.does(getCampaignReport, { params })
    const [row] = report.steps[0]?.variants ?? []
    const told = [report.no, report.later, row?.no, row?.later]
    expect(new Set(told.map((count) => count === null)).size).toBe(1)
    return report.no === null
  }
  expect(await untold()).toBe(false)
  await say(8, 'no')
  expect(await untold()).toBe(false)
  await say(9, 'no')
  expect(await untold()).toBe(true)
  await say(5, 'interested')
  // Four are left over, who may not all have said the same, but are fewer than five.
  await say(0, 'no')
  await people[7]?.does(answerCampaign, { params, body: { answer: 'later', step: 'why' } })
  await admin.does(setFewestTold, { body: { people: 5 } })
  expect(await untold()).toBe(true)
  await admin.does(setFewestTold, { body: { people: 3 } })
  expect(await untold()).toBe(false)
  world.pass({ days: 6 })
  await goOn(world, org.id)
  const { steps: told } = await admin.does(getCampaignReport, { params })
  expect(told[1]?.variants[0]?.skipped.answered).toBe(3)
  await admin.does(setFewestTold, { body: { people: 5 } })
  const { steps: now } = await admin.does(getCampaignReport, { params })
  expect(now[1]?.variants[0]?.skipped.answered).toBeNull()
})

test('who had answered, who wants no such mails and who opened what has no list', async () => {
  const { admin, params } = await told()
  for (const who of ['no', 'later', 'answered', 'unwanted', 'opened', 'members']) {
    const query = { who } as never
    expect((await admin.isRefused(listCampaignPeople, { params, query })).status).toBe(422)
  }
})
