import { afterAll, describe, expect, test } from 'vitest'
import { chooseLetters } from '#letters/contract.ts'
import * as people from '#people/contract.ts'
import { bodyOf, companyIn, goOn, launched, step } from '#test/campaign.ts'
import { openPostOffice } from '#test/post-office.ts'
import { openWorld } from '#test/world.ts'
import * as campaigns from '../campaign.contract.ts'
import * as report from '../report.contract.ts'
import * as settings from '../settings.contract.ts'
import * as taking from '../taking-part.contract.ts'

/** Here mails really leave, through SMTP. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const mailsTo = ({ email }: { email: string }) => office.subjectsTo(email)
const company = () => companyIn(world)

/** To an hour of the first Monday of a December to come, UTC. */
function passToMonday(hour: number): void {
  const now = world.now()
  const first = new Date(Date.UTC(now.getUTCFullYear() + (now.getUTCMonth() === 11 ? 1 : 0), 11, 1, hour))
  const monday = first.getTime() + ((8 - first.getUTCDay()) % 7) * 86_400_000
  world.pass({ minutes: (monday - now.getTime()) / 60_000 })
}

const answer = (campaignId: string, said: 'interested' | 'later' | 'no') =>
  ({ params: { campaignId }, body: { answer: said } }) as const

describe('steps follow each other', () => {
  test('each comes once, in its time, to those it is meant for', async () => {
    const { org, admin, dana, mei } = await company()
    const { id } = await launched(
      admin,
      org.root,
      bodyOf([
        step('why'),
        step('again', { after: 'why', days: 5, if: 'unanswered' }),
        step('first', { after: 'why', days: 5, if: 'interested' }),
        step('end', { after: 'again', days: 2, channel: 'feed', calls: [] }),
      ]),
    )
    await world.settle()
    expect([mailsTo(dana), mailsTo(mei)]).toEqual([['About why'], ['About why']])
    await dana.does(taking.answerCampaign, answer(id, 'interested'))
    world.pass({ days: 4 })
    await goOn(world, org.id)
    expect([mailsTo(dana), mailsTo(mei)]).toEqual([['About why'], ['About why']])
    world.pass({ days: 2 })
    await goOn(world, org.id)
    await goOn(world, org.id)
    expect(mailsTo(dana)).toEqual(['About why', 'About first'])
    expect(mailsTo(mei)).toEqual(['About why', 'About again'])
    world.pass({ days: 3 })
    await goOn(world, org.id)
    const { steps } = await admin.does(report.getCampaignReport, { params: { campaignId: id } })
    expect(steps.map(({ variants: [one] }) => [one?.reached, one?.skipped.answered])).toEqual([
      ...[
        [3, 0],
        [2, 1],
        [1, 2],
      ],
      [3, 0],
    ])
  })

  test('who says no hears nothing more, and who comes into the audience begins at the first step', async () => {
    const { org, admin, dana, mei } = await company()
    const body = bodyOf([step('why'), step('more', { after: 'why', days: 3 })])
    const { id } = await launched(admin, org.root, body)
    await world.settle()
    await mei.does(taking.answerCampaign, answer(id, 'no'))
    const kofi = await org.person('Kofi Mensah')
    world.pass({ days: 4 })
    await goOn(world, org.id)
    expect([mailsTo(dana).length, mailsTo(mei).length, mailsTo(kofi)]).toEqual([2, 1, ['About why']])
    world.pass({ days: 4 })
    await goOn(world, org.id)
    expect([mailsTo(dana).length, mailsTo(mei).length, mailsTo(kofi).length]).toEqual([2, 1, 2])
  })

  test('who leaves, leaves the audience, or wants no such mails gets nothing more', async () => {
    const { org, admin, dana, mei } = await company()
    const team = await org.group('Assembly')
    const kofi = await org.person('Kofi Mensah', 'learner', team)
    const lena = await org.person('Lena Hoffmann', 'learner', team)
    await org.grant(dana.id, team, 'learner')
    const audience = { groupIds: [team], match: 'all' as const, conditions: [] }
    await launched(
      admin,
      org.root,
      bodyOf([step('why'), step('more', { after: 'why', days: 3 })], { audience }),
    )
    await world.settle()
    expect([dana, mei, kofi, lena].map((who) => mailsTo(who).length)).toEqual([1, 0, 1, 1])
    await admin.does(people.endMembership, { params: { memberId: kofi.id } })
    await lena.does(chooseLetters, { params: { topic: 'campaigns' }, body: { isWanted: false } })
    await admin.does(people.withdrawRole, { params: { memberId: dana.id, groupId: team, role: 'learner' } })
    world.pass({ days: 4 })
    await goOn(world, org.id)
    expect([dana, kofi, lena].map((who) => mailsTo(who).length)).toEqual([1, 1, 1])
  })
})

describe('hours, and how often', () => {
  test('a mail waits for the end of quiet hours where each person is', async () => {
    // 18 in Tokyo, 4 in New York.
    passToMonday(9)
    const { org, admin, dana, mei } = await company()
    for (const [who, timeZone] of [
      [dana, 'America/New_York'],
      [mei, 'Asia/Tokyo'],
    ] as const)
      await who.does(people.changeMember, { params: { memberId: who.id }, body: { timeZone } })
    const quiet = { from: 17, until: 8, weekends: true }
    await launched(admin, org.root, bodyOf([step('why')], { quiet }))
    await world.settle()
    await goOn(world, org.id)
    expect([mailsTo(dana).length, mailsTo(mei).length]).toEqual([0, 0])
    world.pass({ hours: 3, minutes: 50 })
    await goOn(world, org.id)
    expect([mailsTo(dana).length, mailsTo(mei).length]).toEqual([0, 0])
    // 13:00 UTC: 8 in New York.
    world.pass({ minutes: 15 })
    await goOn(world, org.id)
    expect([mailsTo(dana).length, mailsTo(mei).length]).toEqual([1, 0])
    // 23:00 UTC: 8 in Tokyo, on Tuesday.
    world.pass({ hours: 10 })
    await goOn(world, org.id)
    expect([mailsTo(dana).length, mailsTo(mei).length]).toEqual([1, 1])
  })

  test('nobody hears of campaigns more often than the organization says, over all of them', async () => {
    const { org, admin, mei } = await company()
    const body = { capTimes: 2, capDays: 7, countsOpens: true, needsApproval: false }
    await admin.does(settings.setCampaignSettings, { body })
    for (const name of ['One', 'Two', 'Three'])
      await launched(admin, org.root, bodyOf([step(name.toLowerCase())]), name)
    await world.settle()
    await goOn(world, org.id)
    expect(mailsTo(mei)).toHaveLength(2)
    world.pass({ days: 6 })
    await goOn(world, org.id)
    expect(mailsTo(mei)).toHaveLength(2)
    world.pass({ days: 2 })
    await goOn(world, org.id)
    expect(mailsTo(mei)).toHaveLength(3)
  })

  test('nor of two steps that are due at one moment, by mail or in the feed', async () => {
    const { org, admin, mei } = await company()
    const body = { capTimes: 1, capDays: 7, countsOpens: true, needsApproval: false }
    await admin.does(settings.setCampaignSettings, { body })
    const post = step('post', { channel: 'feed' })
    const { id } = await launched(admin, org.root, bodyOf([step('one'), step('two'), post]))
    const heard = async () => {
      const { steps } = await admin.does(report.getCampaignReport, { params: { campaignId: id } })
      return steps.flatMap(({ variants }) => variants).reduce((sum, { reached }) => sum + reached, 0)
    }
    await world.settle()
    await goOn(world, org.id)
    // Three people, each once.
    expect([await heard(), mailsTo(mei).length]).toEqual([3, 0])
    world.pass({ days: 8 })
    await goOn(world, org.id)
    expect([await heard(), mailsTo(mei).length]).toEqual([6, 1])
    world.pass({ days: 8 })
    await goOn(world, org.id)
    expect([await heard(), mailsTo(mei).length]).toEqual([9, 2])
  })

  test('who asked to be asked later hears of it in its time, and nobody else', async () => {
    const { org, admin, dana, mei } = await company()
    const again = step('again', { after: 'why', days: 30, if: 'later' })
    const { id } = await launched(admin, org.root, bodyOf([step('why'), again]))
    await world.settle()
    await dana.does(taking.answerCampaign, answer(id, 'later'))
    world.pass({ days: 31 })
    await goOn(world, org.id)
    expect([mailsTo(dana), mailsTo(mei)]).toEqual([['About why', 'About again'], ['About why']])
  })
})

test('paused, nothing is sent; it goes on where it was, and ends as much later', async () => {
  const { org, admin, mei } = await company()
  const body = bodyOf([step('why'), step('more', { after: 'why', days: 3 })], { days: 10 })
  const { id, endsAt } = await launched(admin, org.root, body)
  await world.settle()
  const params = { campaignId: id }
  await admin.does(campaigns.pauseCampaign, { params })
  world.pass({ days: 5 })
  await goOn(world, org.id)
  expect(mailsTo(mei)).toHaveLength(1)
  const again = await admin.does(campaigns.resumeCampaign, { params })
  const later = (Date.parse(again.endsAt ?? '') - Date.parse(endsAt ?? '')) / 86_400_000
  expect(later).toBeCloseTo(5, 2)
  await world.settle()
  await goOn(world, org.id)
  expect(mailsTo(mei)).toHaveLength(2)
  world.pass({ days: 12 })
  await goOn(world, org.id)
  expect((await admin.does(campaigns.getCampaign, { params })).state).toBe('ended')
  const kofi = await org.person('Kofi Mensah')
  await goOn(world, org.id)
  expect(mailsTo(kofi)).toHaveLength(0)
})

test('variants are given by chance in even shares, the same whenever it is asked', async () => {
  const { org, admin } = await company()
  for (let number = 0; number < 40; number++) await org.person(`Member ${number}`)
  const text = (subject: string) => ({ en: { subject, text: 'Read on.' } })
  const { id } = await launched(
    admin,
    org.root,
    bodyOf([step('why', { variants: [text('First'), text('Second')] })]),
  )
  await world.settle()
  const { steps } = await admin.does(report.getCampaignReport, { params: { campaignId: id } })
  const [first = 0, second = 0] = steps[0]?.variants.map(({ reached }) => reached) ?? []
  expect(first + second).toBe(43)
  expect(Math.min(first, second)).toBeGreaterThan(10)
  expect(steps[0]?.verdict).toEqual({ is: 'too-early', waiting: 43 })
})
