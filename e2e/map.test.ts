import { expect, test } from 'vitest'
import app from '#app/messages/en.json' with { type: 'json' }
import { getFeed } from '#feed/contract.ts'
import { getKnowledgeMap } from '#leader/map.contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import { computeRadar } from '#leader/radar.contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import * as talk from '#learning/talk.contract.ts'
import need from '#need/messages/en.json' with { type: 'json' }
import { paths } from '#paths'
import { endMembership } from '#people/contract.ts'
import { reportMiss } from '#search/contract.ts'
import { documentOf, published } from '#test/course.ts'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button, field, finger } from './hand.ts'

const { world, window } = openBrowserWorld()

/** A company in which Dana alone answers what is asked on zero points, and nobody knows thread gauges. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const lab = await org.group('Lab')
  const dana = await org.person('Dana Reyes', 'learner', lab)
  const kofi = await org.person('Kofi Mensah', 'learner', lab)
  const lena = await org.person('Lena Vogt', 'manager', lab)
  await admin.does(addTopic, { body: { name: 'Zero points', words: ['zero'] } })
  await admin.does(addTopic, { body: { name: 'Thread gauges', words: [] } })
  const courseId = await published(org, kofi, documentOf({ s1: [] }))
  for (const name of ['Ann', 'Ben', 'Cem', 'Dom']) {
    const one = await org.person(name, 'learner', lab)
    const body = { body: 'Which way?' }
    const { id: parentId } = await one.does(talk.commentOnCourse, { params: { courseId }, body })
    await dana.does(talk.commentOnCourse, { params: { courseId }, body: { body: 'Left.', parentId } })
    await one.does(reportMiss, { body: { words: 'thread gauges' } })
  }
  await world.settle()
  await admin.does(computeRadar)
  await world.settle()
  return { org, admin, dana, kofi, lena }
}

test('a topic that hangs on one person is seen, and handed over by keyboard when that person has left', async () => {
  const { admin, dana, lena } = await company()
  const page = await window(lena, { reducedMotion: 'reduce' })
  await page.goto(paths.knowledgeMap)
  const row = page.getByRole('row', { name: /Zero points/ })
  await row.getByText(en['leader.map.hangs']).waitFor()
  await row.getByRole('link', { name: 'Dana Reyes' }).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await admin.does(endMembership, { params: { memberId: dana.id } })
  const kinds = async () => (await lena.does(getFeed)).items.map(({ kind }) => kind)
  await expect.poll(kinds).toContain('handover.opened')
  await page.goto(paths.home)
  const story = page
    .getByRole('article')
    .filter({ hasText: 'Dana Reyes has left, and Zero points hung on them' })
  await story.getByRole('link', { name: 'Say who takes over' }).click()
  const task = page.getByRole('article', { name: 'Zero points' })
  await task.getByRole('button', { name: en['leader.handover.settle'] }).focus()
  await page.keyboard.press('Enter')
  const who = page.getByRole('combobox', { name: en['leader.handover.who'] })
  await who.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await who.focus()
  await page.keyboard.type('Kofi')
  await page.getByRole('option', { name: /Kofi Mensah/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page
    .getByRole('option', { name: /Kofi Mensah/ })
    .and(page.locator('[data-focused]'))
    .waitFor()
  await page.keyboard.press('Enter')
  await expect.poll(() => who.inputValue()).toBe('Kofi Mensah')
  await page.getByRole('option').waitFor({ state: 'detached' })
  await page.getByRole('dialog').getByRole('button', { name: en['leader.handover.settle'] }).focus()
  await page.keyboard.press('Enter')
  await task.getByText('Kofi Mensah is asked from now on.').waitFor()
  await button(page, 'Take back: Zero points').click()
  await task.getByText('Dana Reyes has left.').waitFor()
})

test('what nobody can teach stands first, and what is looked for in vain is learnt from the search', async () => {
  const { org, admin, kofi } = await company()
  const page = await window(admin, { ...finger.window, reducedMotion: 'reduce' })
  await page.goto(paths.knowledgeMap)
  const first = page.getByRole('row').nth(1)
  await first.getByText('Thread gauges').waitFor()
  await first.getByText(en['leader.map.nobody']).waitFor()
  await first.getByText('+ 4 searched in vain').waitFor()
  expect(await axeFaults(page)).toEqual([])

  const own = await window(kofi, { reducedMotion: 'reduce' })
  await own.goto(paths.home)
  await own.getByRole('heading', { level: 1 }).waitFor()
  await own.keyboard.press('Control+k')
  await Promise.all([
    own.waitForResponse('**/api/search-misses'),
    own.getByRole('searchbox').fill('knurling wheels'),
  ])
  await own.getByRole('link', { name: app['app.searchNeed'] }).click()
  expect(await field(own, need['need.new.what']).inputValue()).toBe('knurling wheels')
  const kept = await world.stored<{ words: string }>(
    org.id,
    `select words from search_misses where topic_id is null`,
  )
  expect(kept).toEqual([{ words: 'knurling wheels' }])
  // One person is not told of.
  expect((await admin.does(getKnowledgeMap)).unfound).toEqual([])
})
