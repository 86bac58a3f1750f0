import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { getCoachProposals, getMyCoaching } from '#community/coach.contract.ts'
import community from '#community/messages/en.json' with { type: 'json' }
import course from '#course/messages/en.json' with { type: 'json' }
import en from '#ladder/messages/en.json' with { type: 'json' }
import { askExperts, getAsking } from '#leader/asking.contract.ts'
import leader from '#leader/messages/en.json' with { type: 'json' }
import { commentOnCourse } from '#learning/talk.contract.ts'
import { raiseNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { documentOf, published, words } from '#test/course.ts'
import { picture } from '#test/picture.ts'
import { listWaitingReviews } from '#validation/contract.ts'
import validation from '#validation/messages/en.json' with { type: 'json' }
import { openBrowserWorld } from './browser.ts'
import { at, isSmall, isWhole, leadsOn, onPhone, onward, send, sent } from './climbing.ts'
import type { Effort } from './counting.ts'
import { text } from './desk.ts'
import { button, field } from './hand.ts'

const browser = openBrowserWorld()

/** What each kind that is given to a course takes, once its dialog is open. */
const fillIn: Record<string, (page: Page, type: Effort['type']) => Promise<void>> = {
  tip: (page, type) => type(field(page, en['ladder.tip.text']), 'Leave it on the bench for an hour before.'),
  edit: (page, type) => type(field(page, en['ladder.edit.words']), 'Warm it up for an hour.'),
  step: async (page, type) => {
    await type(field(page, en['ladder.step.title']), 'Check it')
    await type(field(page, en['ladder.step.text']), 'Read it twice.\n\n- Once cold\n- Once warm')
  },
  question: async (page, type) => {
    await type(field(page, en['ladder.question.prompt']), 'What comes first?')
    await type(field(page, en['ladder.question.right']), 'Warm it up')
    await type(field(page, 'Wrong answer 1'), 'Zero it')
    await type(field(page, 'Why answer 1 is wrong'), 'Cold, it drifts.')
  },
  clip: async (page, type) => {
    const photo = { name: 'bench.png', mimeType: 'image/png', buffer: picture(40, 30) }
    await page.locator('input[type=file]').setInputFiles(photo)
    await page.getByText('bench.png has arrived').waitFor()
    await type(field(page, en['ladder.clip.caption']), 'The bench at minus ten')
  },
}

/** What readers then see of it. */
const shows: Record<string, (page: Page) => Locator> = {
  tip: (page) => page.getByText('Leave it on the bench for an hour before.'),
  edit: (page) => page.getByText('Warm it up for an hour.'),
  step: (page) => page.getByText('Check it', { exact: true }),
  question: (page) => page.getByText('What comes first?'),
  clip: (page) => page.getByAltText('The bench at minus ten'),
}

test.each(['tip', 'edit', 'question', 'clip', 'step'] as const)(
  'from the bell of a phone somebody gives a course what it lacks, on few screens and with few words, and is named in it: %s',
  async (kind) => {
    const { courseId, page, effort, begin, publish } = await onPhone(browser)
    await begin(kind, { courseId, ...at })
    await page.getByRole('dialog', { name: en[`ladder.give.${kind}`] }).waitFor()
    await isWhole(page)
    await fillIn[kind]?.(page, effort.type)
    await expect.poll(() => send(page).isEnabled()).toBe(true)
    await send(page).tap()
    await sent(page)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await isSmall(effort)
    // It leads on at once, where one reads.
    await onward(page).waitFor()
    await publish()
    // It says so at the bell, and leads to where the name stands.
    await page.goto(paths.home)
    await page.getByRole('button', { name: /^News for you/ }).tap()
    const news = page.getByRole('dialog', { name: 'News for you' })
    await news.getByRole('link', { name: 'you are named there' }).tap()
    const credit = page.locator('#contributors')
    await credit.getByRole('link', { name: 'Mei Tanaka' }).waitFor()
    // And on to the next small thing.
    await credit.getByRole('link', { name: /^Next: / }).waitFor()
    await isWhole(page)
    await page.goto(linkTo(paths.player, { courseId, stepId: at.stepId }))
    await page.getByText('With contributions by Mei Tanaka').waitFor()
    if (kind === 'step') await page.goto(linkTo(paths.course, { courseId }))
    await shows[kind]?.(page).first().waitFor()
  },
)

test('from the bell of a phone somebody answers a question in a course, and stands there as who answered', async () => {
  const { dana, courseId, page, effort, begin } = await onPhone(browser)
  const body = { body: 'Does it drift in the cold?', anchor: at.blockId }
  await dana.does(commentOnCourse, { params: { courseId }, body })
  await begin('answer', { courseId, stepId: at.stepId })
  const asked = page.getByText(body.body)
  await asked.waitFor()
  await button(page, 'Answer').tap()
  const answer = page.getByRole('textbox', { name: /Answer/ }).first()
  await effort.type(answer, 'It does: wait an hour.')
  await button(page, 'Send').tap()
  await page.getByText('It does: wait an hour.').waitFor()
  await leadsOn(page, effort)
})

test('from the bell of a phone somebody who was asked says that they can help, and is named to who asked', async () => {
  const { org, dana, mei, page, effort, begin } = await onPhone(browser)
  const need = { title: 'Which transducer fits?', details: '', groupId: org.root }
  const { id: needId } = await dana.does(raiseNeed, { body: need })
  await dana.does(askExperts, { params: { needId }, body: { firstId: mei.id } })
  await begin('answer', { needId })
  await button(page, leader['leader.asking.help']).tap()
  await page.getByText(leader['leader.asking.mine.helping']).waitFor()
  await leadsOn(page, effort)
  const { asking } = await dana.does(getAsking, { params: { needId } })
  expect(asking?.asked).toMatchObject([{ member: { name: 'Mei Tanaka' }, answer: 'helping' }])
})

test('from the bell of a phone somebody writes a course of one thing and asks a peer to review it', async () => {
  const { org, dana, mei, page, effort, begin } = await onPhone(browser)
  const ines = await org.person('Ines Duarte', 'reviewer')
  await begin('course', {})
  await effort.type(field(page, course['course.new.what']), 'Zero it in the cold')
  await effort.type(field(page, course['course.new.objective']), 'You zero a gauge in the cold.')
  await isWhole(page)
  await button(page, course['course.new.start']).tap()
  await text(page).waitFor()
  const line = page.locator('p.editor-guided').first()
  const words = 'Warm it up for an hour, then zero it.'
  await line.tap()
  await page.keyboard.type(words)
  await page.locator('.editor-saved[data-state="saved"]').waitFor()
  await button(page, validation['validation.ask']).tap()
  await page.getByRole('dialog').getByRole('button', { name: /^Ask / }).tap()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const { screens, typed } = effort
  await leadsOn(page, { ...effort, screens, typed: () => typed() + words.length })
  const waiting = await Promise.all([ines, dana].map((who) => who.does(listWaitingReviews)))
  expect(waiting.flatMap(({ items }) => items)).toMatchObject([
    { title: 'Zero it in the cold', author: { id: mei.id } },
  ])
})

test('from the bell of a phone somebody who leads and has published offers to coach, and is proposed to others', async () => {
  const { org, dana, mei, page, effort, begin } = await onPhone(browser)
  await org.grant(mei.id, org.root, 'leader')
  await published(org, mei, documentOf({ s1: [words('p9', 'Warm it up')] }), org.root)
  await begin('coach', {})
  await button(page, community['community.coach.offer']).tap()
  await page.getByText(community['community.coach.offered']).waitFor()
  await leadsOn(page, effort)
  expect((await mei.does(getMyCoaching)).offer).toMatchObject({ atOnce: 1 })
  const { items } = await dana.does(getCoachProposals)
  expect(items.map(({ coach }) => coach.name)).toContain('Mei Tanaka')
})
