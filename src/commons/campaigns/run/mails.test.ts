import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { getLeaderFunnel } from '#funnel/contract.ts'
import * as people from '#people/contract.ts'
import { bounceOf } from '#test/bounce.ts'
import { bodyOf, campaignOf, companyIn, launched, step } from '#test/campaign.ts'
import { openPostOffice } from '#test/post-office.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { names } from '#test/ready-mails.ts'
import { openWorld } from '#test/world.ts'
import * as campaigns from '../campaign.contract.ts'
import type { CampaignBody } from '../language.ts'
import * as report from '../report.contract.ts'

/** Here mails really leave, through SMTP. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

const mailsTo = ({ email }: { email: string }) => office.subjectsTo(email)
const company = () => companyIn(world)

test('a mail carries text and HTML, what one may answer, and the way out in one click', async () => {
  const { org, admin, mei } = await company()
  const said = {
    subject: 'Bonjour {{name}}',
    text: 'Que savez-vous de {{topic|votre métier}} ?\n\n<b>{{sender}}</b>',
  }
  await mei.does(people.changeMember, { params: { memberId: mei.id }, body: { locale: 'fr' } })
  await launched(admin, org.root, bodyOf([step('why', { link: 'experts', variants: [{ fr: said }] })]))
  await world.settle()
  const mail = office.mailTo(mei.email)
  expect(mail).toContain('Content-Type: multipart/alternative')
  expect(mail).toContain('Content-Language: fr')
  expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  expect(mail).toContain('&lt;b&gt;Ada Winter&lt;/b&gt;')
  expect(mail.split('text/html')[1]).not.toContain('<b>Ada')
  const text = decodeURIComponent(mail.replace(/=([0-9A-F]{2})/g, '%$1').replace(/%(?![0-9A-F]{2})/g, '%25'))
  expect(text).toContain('votre métier')
  expect(text.match(/http:\/\/cairn\.test\/campaigns\/\S+\?answer=\w+/g)?.length).toBeGreaterThanOrEqual(8)
})

test('a subject names its reader and the organization as they are written, with the spaces that hold French together', async () => {
  const org = await world.organization(names.organization)
  const zoe = await org.person(names.reader)
  await zoe.does(people.changeMember, { params: { memberId: zoe.id }, body: { locale: 'fr' } })
  const subject = '«\u00a0{{organization}}\u00a0»\u202f: {{name}},  <b>"vous"</b>\u00a0?'
  const said = { subject, text: 'Bonjour {{name}}, ici {{organization}}.' }
  await launched(await org.admin(), org.root, bodyOf([step('why', { variants: [{ fr: said }] })]))
  await world.settle()
  const mail = await readMail(office.rawTo(zoe.email))
  expect(mail.subject).toBe(
    `«\u00a0${names.organization}\u00a0»\u202f: ${names.reader}, <b>"vous"</b>\u00a0?`,
  )
  // What looks like HTML was written by somebody: it stands there as they wrote it.
  const faults = mailFaults(mail, { to: zoe.email, locale: 'fr' })
  expect(faults).toEqual([`residue: ${mail.subject}`])
})

test('replies reach whoever made the campaign where it says so, as long as they are here', async () => {
  const { org, mei, dana } = await company()
  const bo = await org.person('Bo Second', 'admin')
  const ask = async (more: Partial<CampaignBody>, name: string) => {
    await launched(
      bo,
      org.root,
      bodyOf([step('why', { variants: [{ en: { subject: name, text: 'Hello.' } }] })], more),
      name,
    )
    await world.settle()
    // Nobody has heard of campaigns too often when the next one comes.
    world.pass({ days: 8 })
    const { replyTo, headers } = await readMail(office.rawTo(mei.email))
    return { replyTo, isSent: headers.some(({ key }) => key === 'reply-to') }
  }
  expect(await ask({}, 'To nobody')).toEqual({ replyTo: undefined, isSent: false })
  const replyTo = [{ name: bo.name, address: bo.email }]
  expect(await ask({ replies: true }, 'To Bo')).toMatchObject({ replyTo })
  const { id } = await campaignOf(bo, org.root, bodyOf([step('why')], { replies: true }), 'A try')
  await bo.does(campaigns.testCampaign, { params: { campaignId: id }, body: { step: 'why', variant: 0 } })
  await world.settle()
  expect(await readMail(office.rawTo(bo.email))).toMatchObject({ replyTo })
  // Who has left answers nobody.
  await launched(bo, org.root, bodyOf([step('why')], { replies: true }), 'Later')
  const admin = await org.admin()
  await admin.does(people.endMembership, { params: { memberId: bo.id } })
  await world.settle()
  expect((await readMail(office.rawTo(dana.email))).replyTo).toBeUndefined()
})

test('the demo’s people get nothing', async () => {
  const { org, admin } = await company()
  const before = office.caught.length
  const { id } = await campaignOf(admin, org.root, bodyOf([step('why')]))
  await org.as(({ db }) => sql`update organizations set demo = true where org_id = ${org.id}`.execute(db))
  await admin.does(campaigns.launchCampaign, { params: { campaignId: id } })
  await world.settle()
  expect(office.caught.length).toBe(before)
  const { reached } = await admin.does(report.getCampaignReport, { params: { campaignId: id } })
  expect(reached).toBe(3)
})

test('a mail that the server took and sends back later reached nobody, and no campaign tries that address again', async () => {
  const { org, admin, dana, mei } = await company()
  await org.person('Kofi Mensah')
  const first = await launched(admin, org.root, bodyOf([step('why')]))
  await world.settle()
  const reached = async () => ({
    inReport: (await admin.does(report.getCampaignReport, { params: { campaignId: first.id } })).reached,
    inFunnel: (await admin.does(getLeaderFunnel, { query: { campaignId: first.id } })).people,
  })
  expect(await reached()).toEqual({ inReport: 4, inFunnel: 4 })
  const body = bounceOf(office.mailTo(mei.email))
  for (let time = 0; time < 2; time++) {
    const response = await world.cairn.app.request('/api/bounces', { method: 'POST', body })
    expect([response.status, await response.json()]).toEqual([200, { isKept: true }])
    await world.settle()
    expect(await reached()).toEqual({ inReport: 3, inFunnel: 3 })
  }
  expect(await org.facts('campaign.returned')).toMatchObject([
    { campaignId: first.id, step: 'why', memberId: mei.id },
  ])
  const refused = { params: { campaignId: first.id }, query: { who: 'refused' } } as const
  expect((await admin.does(report.listCampaignPeople, refused)).items).toMatchObject([{ id: mei.id }])
  const { id } = await launched(admin, org.root, bodyOf([step('again')]), 'Another')
  await world.settle()
  expect([mailsTo(dana), mailsTo(mei)]).toEqual([['About why', 'About again'], ['About why']])
  const { steps } = await admin.does(report.getCampaignReport, { params: { campaignId: id } })
  expect(steps[0]?.variants[0]?.skipped.refused).toBe(1)
})
