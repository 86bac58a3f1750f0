import { afterAll, expect, test } from 'vitest'
import { getLeaderFunnel } from '#funnel/contract.ts'
import * as people from '#people/contract.ts'
import type { Scope } from '#platform/scope'
import { bodyOf, campaignOf, companyIn, goOn, launched, step } from '#test/campaign.ts'
import type { Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { openWorld } from '#test/world.ts'
import { getVolunteering } from '#volunteers/contract.ts'
import * as campaigns from '../campaign.contract.ts'
import * as report from '../report.contract.ts'
import * as settings from '../settings.contract.ts'
import * as taking from '../taking-part.contract.ts'
import { claim } from './claim.ts'
import { findRunning, type Running } from './running.ts'

/** Here mails really leave, through SMTP. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const mailsTo = ({ email }: { email: string }) =>
  office.subjectsTo(email).filter((subject) => /^(About|From) /.test(subject ?? ''))
const company = () => companyIn(world)
const at = (campaignId: string) => ({ params: { campaignId } })
const says = (id: string, answer: 'interested' | 'later' | 'no') => ({
  ...at(id),
  body: { answer, step: 'why' },
})

const volunteers = async (who: Person) => (await who.does(getVolunteering)).items.length > 0

test('what is only for those who answered comes so long after their answer, however late that is', async () => {
  const { org, admin, dana, mei } = await company()
  const steps = [
    step('why'),
    step('first', { after: 'why', days: 2, if: 'interested' }),
    step('again', { after: 'why', days: 10, if: 'later' }),
  ]
  const { id } = await launched(admin, org.root, bodyOf(steps, { days: 120 }))
  await goOn(world, org.id)
  world.pass({ days: 8 })
  await goOn(world, org.id)
  // The time of the first step was over long ago, and the other one would come in two days.
  const { asksAgain } = await dana.does(taking.answerCampaign, says(id, 'later'))
  expect(asksAgain).toBe(true)
  await mei.does(taking.answerCampaign, says(id, 'interested'))
  await goOn(world, org.id)
  world.pass({ days: 3 })
  await goOn(world, org.id)
  expect([mailsTo(mei), mailsTo(dana)]).toEqual([['About why', 'About first'], ['About why']])
  world.pass({ days: 6 })
  await goOn(world, org.id)
  expect(mailsTo(dana)).toEqual(['About why'])
  world.pass({ days: 2 })
  await goOn(world, org.id)
  await goOn(world, org.id)
  expect([mailsTo(dana), mailsTo(admin)]).toEqual([['About why', 'About again'], ['About why']])
  // Asked again they say the same: nothing asks a third time, and they are not told so.
  await dana.does(taking.answerCampaign, says(id, 'interested'))
  expect(await dana.does(taking.answerCampaign, says(id, 'later'))).toMatchObject({ asksAgain: false })
  expect((await dana.does(taking.listMyAnswers)).items).toMatchObject([{ campaignId: id, asksAgain: false }])
})

test('who asks to be asked later is told so only where something will ask them before the end', async () => {
  const { org, admin, mei } = await company()
  const asks = async (name: string, more: Parameters<typeof bodyOf>[0], days = 60) => {
    const { id } = await launched(admin, org.root, bodyOf(more, { days }), name)
    await goOn(world, org.id)
    const { asksAgain } = await mei.does(taking.answerCampaign, says(id, 'later'))
    const { items } = await mei.does(taking.listMyAnswers)
    expect(items.find(({ campaignId }) => campaignId === id)?.asksAgain).toBe(asksAgain)
    await admin.does(campaigns.endCampaign, at(id))
    // Nobody has heard of campaigns too often when the next one comes.
    world.pass({ days: 5 })
    expect((await mei.does(taking.getCampaignCall, at(id))).asksAgain).toBe(false)
    return asksAgain
  }
  const later = step('again', { after: 'why', days: 30, if: 'later' })
  expect(await asks('Nothing more', [step('why')])).toBe(false)
  expect(await asks('Asks', [step('why'), later])).toBe(true)
  expect(await asks('Ends before', [step('why'), later], 30)).toBe(false)
  expect(await asks('Asks all', [step('why'), step('look', { after: 'why', days: 20 })])).toBe(true)
  expect(await asks('Tells', [step('why'), step('look', { after: 'why', days: 20, calls: [] })])).toBe(false)
})

test('who named a colleague is not reminded', async () => {
  const { org, admin, dana, mei } = await company()
  const steps = [step('why'), step('reminder', { after: 'why', days: 7, if: 'unanswered' })]
  const { id } = await launched(admin, org.root, bodyOf(steps))
  await goOn(world, org.id)
  const reason = 'Whoever works with torque asks her first.'
  await mei
    .does(taking.nominateForCampaign, { ...at(id), body: { memberId: dana.id, reason } })
    .catch(() => mei.does(taking.nominateForCampaign, { ...at(id), body: { memberId: admin.id, reason } }))
  world.pass({ days: 8 })
  await goOn(world, org.id)
  expect([mailsTo(mei), mailsTo(dana)]).toEqual([['About why'], ['About why', 'About reminder']])
})

test('who is interested in something else than sharing is no volunteer, and not on the way to leading', async () => {
  const { org, admin, dana, mei } = await company()
  const ready = { name: 'Learn', groupId: org.root, from: { is: 'ready', key: 'learners' } } as const
  const { id: learners, body } = await admin.does(campaigns.makeCampaign, { body: ready })
  expect(body.volunteers).toBe(false)
  const { id } = await launched(admin, org.root, bodyOf([step('why')], { volunteers: false }), 'Learn')
  const { id: call } = await launched(admin, org.root, bodyOf([step('why')]), 'Share')
  await goOn(world, org.id)
  const { isForLeaders } = await mei.does(taking.answerCampaign, says(id, 'interested'))
  await dana.does(taking.answerCampaign, says(call, 'interested'))
  await world.settle()
  expect(isForLeaders).toBe(false)
  expect(await volunteers(mei)).toBe(false)
  expect(await volunteers(dana)).toBe(true)
  const interested = async (campaignId?: string) => {
    const { stages } = await admin.does(getLeaderFunnel, { query: { ...(campaignId && { campaignId }) } })
    return stages.find(({ stage }) => stage === 'interested')?.count
  }
  expect([await interested(), await interested(id), await interested(call)]).toEqual([1, 1, 1])
  // What a campaign asks stands once it speaks.
  await admin.does(campaigns.pauseCampaign, at(id))
  const { version, name, body: plan } = await admin.does(campaigns.getCampaign, at(id))
  const change = { ...at(id), body: { version, name, body: { ...plan, volunteers: true } } }
  expect((await admin.isRefused(campaigns.changeCampaign, change)).code).toBe('campaign.plan-stands')
  expect(learners).not.toBe(id)
})

test('who thinks better of it is no volunteer any more, whether it is no or not now', async () => {
  const { org, admin, mei } = await company()
  const { id } = await launched(admin, org.root, bodyOf([step('why')]))
  await goOn(world, org.id)
  for (const answer of ['later', 'no'] as const) {
    await mei.does(taking.answerCampaign, says(id, 'interested'))
    expect(await volunteers(mei), answer).toBe(true)
    await mei.does(taking.answerCampaign, says(id, answer))
    expect(await volunteers(mei), answer).toBe(false)
  }
})

test('two jobs at once give nobody more than the organization says', async () => {
  const { org, admin } = await company()
  const body = { capTimes: 1, capDays: 7, countsOpens: true, needsApproval: false }
  await admin.does(settings.setCampaignSettings, { body })
  for (const channel of ['mail', 'feed'] as const)
    await launched(admin, org.root, bodyOf([step('why', { channel, days: 1 })]), `By ${channel}`)
  await world.settle()
  world.pass({ days: 2 })
  const [byMail, inFeed] = await org.as((scope) => findRunning(scope))
  if (!byMail || !inFeed) throw new Error('Two campaigns run.')
  const take = (campaign: Running, channel: 'mail' | 'feed') => (scope: Scope) =>
    claim(scope, campaign, { channel, most: 20, capTimes: 1, capDays: 7 })
  const waits = async () => {
    const { rows } = await world.owner.query(
      `select from pg_locks where locktype = 'advisory' and not granted`,
    )
    return rows.length > 0
  }
  let isDone = false
  const others: ReturnType<typeof claim>[] = []
  const first = await org.as(async (scope) => {
    const given = await take(byMail, 'mail')(scope)
    others.push(org.as(take(inFeed, 'feed')).finally(() => (isDone = true)))
    await expect.poll(async () => isDone || (await waits())).toBe(true)
    return given
  })
  const [second] = await Promise.all(others)
  expect([first.claimed.length, second?.claimed.length, second?.seen]).toEqual([3, 0, 3])
})

test('a campaign whose maker has left is signed by who launched it, else by the organization', async () => {
  const { org, admin, mei } = await company()
  const [bo, lin] = [await org.person('Bo Second', 'admin'), await org.person('Lin Third', 'admin')]
  const said = { en: { subject: 'From {{sender}}', text: 'Hello.' } }
  const steps = ['why', 'more', 'end'].map((id, index) =>
    step(id, { variants: [said], days: index * 8, ...(index && { after: 'why' }) }),
  )
  const { id } = await campaignOf(bo, org.root, bodyOf(steps))
  await lin.does(campaigns.launchCampaign, at(id))
  await goOn(world, org.id)
  for (const who of [bo, lin]) {
    await admin.does(people.endMembership, { params: { memberId: who.id } })
    world.pass({ days: 8 })
    await goOn(world, org.id)
  }
  expect(mailsTo(mei)).toEqual(['From Bo Second', 'From Lin Third', 'From Northwind Gauges'])
  expect((await mei.does(taking.getCampaignCall, at(id))).sender).toBe('Northwind Gauges')
})

test('what has not come by the end comes no more, and nobody waits for it', async () => {
  const { org, admin, mei } = await company()
  const steps = [step('why'), step('more', { after: 'why', days: 5 })]
  const { id } = await launched(admin, org.root, bodyOf(steps))
  await goOn(world, org.id)
  const [, before] = (await admin.does(report.getCampaignReport, at(id))).steps
  expect(before?.variants[0]).toMatchObject({ waiting: 3, skipped: { ended: 0 } })
  await admin.does(campaigns.endCampaign, at(id))
  world.pass({ days: 9 })
  await goOn(world, org.id)
  const [, after] = (await admin.does(report.getCampaignReport, at(id))).steps
  expect(after?.variants[0]).toMatchObject({ waiting: 0, reached: 0, skipped: { ended: 3 } })
  const waiting = await admin.does(report.listCampaignPeople, { ...at(id), query: { who: 'waiting' } })
  expect(waiting.items).toEqual([])
  expect(mailsTo(mei)).toEqual(['About why'])
})
