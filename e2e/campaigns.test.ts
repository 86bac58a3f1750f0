import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import calls from '#campaigns/answers/messages/en.json' with { type: 'json' }
import own from '#campaigns/messages/en.json' with { type: 'json' }
import feed from '#feed/messages/en.json' with { type: 'json' }
import funnel from '#funnel/messages/en.json' with { type: 'json' }
import leader from '#leader/messages/en.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { bodyOf, launched, step } from '#test/campaign.ts'
import { openPostOffice } from '#test/post-office.ts'
import volunteers from '#volunteers/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { axeFaults, sidewaysFaults, smallTargets } from './faults.ts'
import { button, field, finger, link, mouse } from './hand.ts'
import { goHome, newsOf } from './journey/cast.ts'
import { gauges } from './journey/story.ts'
import { askPriya, judge, writeCourse } from './journey/teaching.ts'

/** Mails leave through SMTP here, and are read as their readers would. */
const office = await openPostOffice()
const { world, window, address } = openBrowserWorld({ smtpUrl: office.url })
afterAll(office.close)
const en = { ...own, ...calls }
const calm = { reducedMotion: 'reduce' } as const

/** The HTML part of the newest mail to somebody, as it was before it travelled. */
const htmlTo = (email: string): string => {
  const [, part = ''] = office.mailTo(email).split('Content-Type: text/html; charset=utf-8')
  const bytes = part
    .slice(part.indexOf('\r\n\r\n') + 4, part.lastIndexOf('\r\n--'))
    .replace(/((?:=[0-9A-F]{2})+)/g, (codes) =>
      Buffer.from(codes.replaceAll('=', ''), 'hex').toString('utf8'),
    )
  return bytes.trim()
}

const looksRight = async (page: Page) => {
  expect(await axeFaults(page)).toEqual([])
  expect(await sidewaysFaults(page, page.viewportSize()?.width ?? 0)).toEqual([])
}

test('from launching the call for leaders to the new leader’s first validated course', async () => {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  const priya = await org.person('Priya Nair', 'reviewer')

  // Begun with one that is ready, by keyboard.
  const page = await window(admin, calm)
  await page.goto(paths.campaigns)
  await page.getByText(en['campaigns.none']).waitFor()
  await looksRight(page)
  await button(page, /Begin with “Call for leaders/).press('Enter')
  await field(page, en['campaigns.name']).waitFor()
  await looksRight(page)
  await field(page, en['campaigns.name']).press('Enter')
  await page.getByRole('tab', { name: en['campaigns.part.plan'] }).waitFor()
  await page.getByText('3 people now').waitFor()
  await looksRight(page)

  // What is written is kept as one writes.
  await field(page, en['campaigns.name']).fill('Who shares with us?')
  await page.getByText(en['campaigns.saved']).waitFor()
  await page.getByRole('heading', { name: 'Who shares with us?', level: 1 }).waitFor()

  await page.getByRole('tab', { name: en['campaigns.part.preview'] }).press('Enter')
  const shown = page.frameLocator(`iframe[title="${en['campaigns.preview.mail']}"]`)
  await shown.getByText('Hello Ada Winter,', { exact: false }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await button(page, en['campaigns.preview.test']).press('Enter')
  await page.getByText(`Sent to ${admin.email}`).waitFor()

  await button(page, en['campaigns.launch']).press('Enter')
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('It speaks to 3 people', { exact: false }).waitFor()
  await looksRight(page)
  await dialog.getByRole('button', { name: en['campaigns.launch'] }).press('Enter')
  await page.getByText(en['campaigns.state.running'], { exact: true }).first().waitFor()

  // The mail, as it is read: in light and in dark.
  await expect.poll(() => htmlTo(mei.email)).toContain('</html>')
  for (const colorScheme of ['light', 'dark'] as const) {
    const reading = await window(null, { ...finger.window, colorScheme })
    await reading.setContent(htmlTo(mei.email))
    await reading.getByText('Hello Mei Tanaka,', { exact: false }).waitFor()
    expect(await axeFaults(reading)).toEqual([])
    expect(await sidewaysFaults(reading, 360)).toEqual([])
  }

  // One press in the mail, one on the page: no signing in.
  const phone = await window(null, { ...finger.window, ...calm })
  await phone.setContent(htmlTo(mei.email))
  const href = (await link(phone, en['campaigns.call.interested']).getAttribute('href')) ?? ''
  await phone.goto(href.replace('http://cairn.test', address()))
  await button(phone, en['campaigns.yes.interested']).waitFor()
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  expect(await smallTargets(phone)).toEqual([])
  await finger.press(button(phone, en['campaigns.yes.interested']))
  await phone.getByText(en['campaigns.done.interested']).waitFor()
  expect(await axeFaults(phone)).toEqual([])

  // Signed in, the next step is there at once.
  const hers = await window(mei, { ...finger.window, ...calm })
  await hers.goto(paths.volunteer)
  await button(hers, volunteers['volunteers.step.topic']).waitFor()

  // The administrator sees who is interested, and asks her to lead.
  await page.getByRole('tab', { name: en['campaigns.part.results'] }).press('Enter')
  // Which of its two texts each of the three got is chance.
  await button(page, /^1 of [123]: /).waitFor()
  await looksRight(page)
  await button(page, /^1 of [123]: /).press('Enter')
  await looksRight(page)
  await page.getByRole('dialog').getByRole('link', { name: 'Mei Tanaka' }).press('Enter')
  await button(page, leader['leader.nominate']).press('Enter')
  await field(page, leader['leader.nominate.reason']).fill('Whoever works with torque asks her.')
  await button(page, 'Ask Mei Tanaka').press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'detached' })

  // She accepts on her phone, and writes a course there; a colleague validates it.
  const teaches = { ...finger, page: hers }
  await goHome(teaches)
  const news = await newsOf(teaches, 'asks you to become a leader')
  await finger.press(news.getByRole('link', { name: feed['feed.nomination.answer'] }))
  await finger.press(button(hers, leader['leader.answer.accepted']))
  await finger.press(button(hers, leader['leader.answer.accepted.send']))
  await hers.getByText(leader['leader.nomination.accepted'], { exact: true }).waitFor()
  await hers.goto(paths.newCourse)
  await writeCourse(teaches, gauges)
  await askPriya(teaches)
  const reviews = { ...mouse, page: await window(priya, calm) }
  await reviews.page.goto(paths.home)
  await reviews.press(link(reviews.page, `Review “${gauges.course}”`))
  await reviews.page.getByText(gauges.text).waitFor()
  await judge(reviews, 'Approve', 'Approve it')
  expect(await org.facts('course.published')).toMatchObject([{ authorId: mei.id, first: true }])

  // How far those came whom the campaign reached, and who they are.
  await page.goBack()
  await page.getByRole('tab', { name: en['campaigns.part.results'] }).press('Enter')
  await link(page, en['campaigns.results.further']).press('Enter')
  await page.getByRole('heading', { level: 1, name: funnel['funnel.finding.reached'] }).waitFor()
  await looksRight(page)
  await button(page, '1 Validated: who').press('Enter')
  await page.getByRole('dialog').getByRole('link', { name: 'Mei Tanaka' }).waitFor()
  await page.keyboard.press('Escape')
  await button(page, '2 Came no further than “Reached”: who').press('Enter')
  await page.getByRole('dialog').getByRole('link', { name: 'Priya Nair' }).waitFor()
  await looksRight(page)
})

test('a post in the feed is answered where it stands, on a phone, and a colleague is nominated from it', async () => {
  const org = await world.organization()
  const [admin, mei] = [await org.admin(), await org.person('Mei Tanaka')]
  await org.person('Kofi Mensah')
  const said = {
    subject: 'Who shows you things?',
    text: 'Hello {{name}}, somebody at {{organization}} may like to know.',
  }
  await launched(
    admin,
    org.root,
    bodyOf([
      step('why', { channel: 'feed', link: 'experts', variants: [{ en: said }] }),
      step('again', { after: 'why', days: 30, if: 'later' }),
    ]),
  )
  const phone = await window(mei, { ...finger.window, ...calm })
  await phone.goto(paths.home)
  await phone.getByText('Hello Mei Tanaka, somebody at Northwind Gauges may like to know.').waitFor()
  expect(await axeFaults(phone)).toEqual([])
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await finger.press(button(phone, en['campaigns.call.nominate']))
  await phone.getByRole('combobox', { name: en['campaigns.nominate.who'] }).fill('Kofi')
  await finger.choose(phone.getByRole('option', { name: /Kofi Mensah/ }))
  await field(phone, en['campaigns.nominate.why']).fill('Whoever works with torque asks him.')
  expect(await sidewaysFaults(phone, 360)).toEqual([])
  await finger.press(phone.getByRole('dialog').getByRole('button', { name: en['campaigns.nominate.send'] }))
  await phone.getByRole('dialog').waitFor({ state: 'detached' })
  await finger.press(button(phone, en['campaigns.call.later']))
  await phone.getByText(en['campaigns.done.later']).waitFor()
  expect(await org.facts('campaign.nominated')).toHaveLength(1)
  await finger.press(button(phone, en['campaigns.done.change']))
  await finger.press(button(phone, en['campaigns.call.no']))
  await phone.getByText(en['campaigns.done.no']).waitFor()
  expect(await axeFaults(phone)).toEqual([])
})

test('two administrators write at once: the second sees it, keeps what they wrote on the page, and loads what is there', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const bo = await org.person('Bo Second', 'admin')
  const { id } = await admin.does((await import('#campaigns/campaign.contract.ts')).makeCampaign, {
    body: { name: 'Ours', groupId: org.root },
  })
  const address = linkTo(paths.campaign, { campaignId: id })
  const [first, second] = [await window(admin, calm), await window(bo, calm)]
  for (const page of [first, second]) {
    await page.goto(address)
    await field(page, en['campaigns.name']).waitFor()
  }
  // The second hears nothing of the first for a while, as on a train.
  await second.route('**/api/**', (route) =>
    route.request().method() === 'PUT' ? route.continue() : route.abort(),
  )
  await field(first, en['campaigns.name']).fill('Ours, by Ada')
  await first.getByText(en['campaigns.saved']).waitFor()
  await first.getByRole('heading', { name: 'Ours, by Ada', level: 1 }).waitFor()
  await field(second, en['campaigns.name']).fill('Ours, by Bo')
  await second.getByText(en['campaigns.elsewhere'], { exact: true }).waitFor()
  expect(await field(second, en['campaigns.name']).inputValue()).toBe('Ours, by Bo')
  await second.unroute('**/api/**')
  await second.reload()
  await second.getByRole('heading', { name: 'Ours, by Ada', level: 1 }).waitFor()
})

test('how often, who agrees and the chats are settled on a page of their own', async () => {
  const org = await world.organization()
  const page = await window(await org.admin(), calm)
  await page.goto(paths.campaignTerms)
  await page.getByRole('switch', { name: en['campaigns.terms.approval'] }).press('Space')
  await button(page, en['campaigns.terms.save']).press('Enter')
  await page.getByText(/Ada Winter said so/).waitFor()
  await field(page, en['campaigns.chats.name']).fill('Everybody')
  await field(page, en['campaigns.chats.url']).fill('http://127.0.0.1/hooks')
  await button(page, en['campaigns.chats.add']).press('Enter')
  await page.getByText(en['problem.chat-channel.https-needed']).waitFor()
  await field(page, en['campaigns.chats.url']).fill('https://chat.example/hooks/secret')
  await button(page, en['campaigns.chats.add']).press('Enter')
  await page.getByText('chat.example').waitFor()
  await looksRight(page)
  expect(await page.content()).not.toContain('hooks/secret')
})
