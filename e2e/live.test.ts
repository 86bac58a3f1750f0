import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import { castOf } from '#test/setup/company.ts'
import { playStory } from '#test/setup/story.ts'
import { openBrowserWorld } from './browser.ts'

const { world, window } = openBrowserWorld()

/** A course with talk, a window open on it, and the way to say something there as somebody else. */
async function openTalk() {
  const org = await world.organization()
  const cast = await castOf(org)
  await playStory(cast, org.root, ['Zeroing a torque transducer'])
  const [course] = (await cast.writes.does(courses.listCourses)).items
  const params = { courseId: course?.id ?? '' }
  const { stepId } = await cast.needs.does(learning.startCourse, { params })
  const page = await window(cast.learn[0] ?? cast.needs)
  await page.goto(`/courses/${params.courseId}/steps/${stepId}`)
  await page.getByText('Is a tenth enough?').first().waitFor()
  const say = (body: string) =>
    cast.needs.does(talk.commentOnCourse, { params, body: { anchor: stepId, body } })
  return { page, say }
}

test('what was said while hints were lost appears when they are heard again', async () => {
  const { page, say } = await openTalk()
  await say('Said before')
  await page.getByText('Said before').first().waitFor()
  const { rowCount } = await world.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen live' and datname = current_database()`,
  )
  expect(rowCount).toBe(1)
  await say('Said while nobody listened')
  await page.getByText('Said while nobody listened').first().waitFor()
})

test('of many windows of one browser the four opened last hear what happens; an older one waits until it is looked at, and does not fight for its line', async () => {
  const { page, say } = await openTalk()
  const asked: string[] = []
  page.context().on('request', (request) => request.url().includes('/api/live') && asked.push(request.url()))
  const windows = [page]
  while (windows.length < 6) {
    const next = await page.context().newPage()
    const hears = next.waitForResponse('**/api/live?*')
    await next.goto(page.url())
    await next.getByText('Is a tenth enough?').first().waitFor()
    // It asks once it is drawn; the oldest gives way once the server has its question.
    await hears
    windows.push(next)
  }
  const [first, second, third, ...others] = windows
  const shows = (words: string) => (one?: Page) => one?.getByText(words).first().waitFor()
  await say('Said to four windows')
  await Promise.all([third, ...others].map(shows('Said to four windows')))
  for (const one of [first, second]) expect(await one?.getByText('Said to four windows').count()).toBe(0)
  // Somebody looks at the first one: it asks again, and the third gives way.
  await first?.evaluate("dispatchEvent(new Event('focus'))")
  await shows('Said to four windows')(first)
  await say('Said once more')
  await Promise.all([first, ...others].map(shows('Said once more')))
  for (const one of [second, third]) expect(await one?.getByText('Said once more').count()).toBe(0)
  expect(asked.length).toBe(6)
})
