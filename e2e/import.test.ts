import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { walk } from '#course/document/blocks.ts'
import { linkTo, paths } from '#paths'
import { dataFile, dataNames, noData } from '#test/data.ts'
import { setCharterRule } from '#validation/charter.contract.ts'
import * as reviews from '#validation/contract.ts'
import { openBrowserWorld } from './browser.ts'
import { button, state } from './desk.ts'
import { axeFaults } from './faults.ts'
import { enterOn } from './keyboard.ts'

const browser = openBrowserWorld()
const lesson = 'content/git-novice'
const folder = `${lesson}/episodes`

const filesIn = (under: string, mimeType: string) =>
  dataNames(under)
    .filter((name) => name.includes('.'))
    .map((name) => ({ name, mimeType, buffer: dataFile(`${under}/${name}`) }))

const topOf = (place: Locator) =>
  place.evaluate(
    (one) => (one as unknown as { getBoundingClientRect: () => { top: number } }).getBoundingClientRect().top,
  )

const typeOf = (name: string) => (name.endsWith('.svg') ? 'image/svg+xml' : `image/${name.split('.').at(-1)}`)

test.skipIf(noData)(
  'a whole lesson of Markdown and pictures, chosen at once, becomes a course that is written and played',
  async () => {
    const org = await browser.world.organization()
    const author = await org.person('Dana Reyes', 'leader')
    const page = await browser.window(author)
    await page.goto(paths.newCourse)
    const pages = [folder, `${lesson}/learners`]
      .flatMap((under) => filesIn(under, 'text/markdown'))
      .filter(({ name }) => name.endsWith('.md'))
    const figures = filesIn(`${folder}/fig`, '').map((file) => ({ ...file, mimeType: typeOf(file.name) }))
    await page.locator('input[type="file"]').setInputFiles([...pages, ...figures])
    await page.getByText(`${pages.length} steps read from ${pages.length} files`).waitFor()
    await button(page, 'Make the course').click()
    await page.waitForURL(/\/create\/courses\/[0-9a-f-]{36}$/)
    await state(page, 'saved').waitFor()
    const params = { courseId: page.url().split('/').at(-1) ?? '' }
    const { document } = await author.does(courses.getDraft, { params })
    expect(document.content).toHaveLength(pages.length)
    const images = [...walk(document)].filter(({ type }) => type === 'image')
    expect(images.length).toBeGreaterThan(10)
    expect(images.filter(({ attrs }) => !attrs?.width)).toEqual([])

    const admin = await org.admin()
    // The lesson says of each episode what it is for, and of itself nothing.
    const rule = { groupId: org.root, rule: 'objective' as const }
    await admin.does(setCharterRule, { params: rule, body: { level: 'warn', figure: 4 } })
    const review = await author.does(reviews.askForReview, { params, body: { reviewerIds: [admin.id] } })
    const seen = { params: { reviewId: review.id } }
    await admin.does(reviews.giveVerdict, { ...seen, body: { verdict: 'approve' } })

    const learner = await browser.window(await org.person('Mei Tanaka'))
    await learner.goto(linkTo(paths.course, params))
    await learner.getByRole('link', { name: 'Start' }).first().click()
    const step = (type: string, has = '') =>
      document.content.find(({ content }) =>
        [...walk({ content })].some((node) => node.type === type && JSON.stringify(node).includes(has)),
      )?.attrs.id ?? ''
    const open = (stepId: string) => learner.goto(linkTo(paths.player, { ...params, stepId }))
    const shown = learner.locator('main img[src*="/api/files/"]').first()
    await open(step('image'))
    await shown.scrollIntoViewIfNeeded()
    await expect
      .poll(() => shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0)
    await open(step('codeBlock', 'bash'))
    await learner.locator('.course-code [class*="hljs-"]').first().waitFor()
    await open(step('collapsible'))
    const solution = learner.locator('details.course-collapsible').first()
    expect(await solution.evaluate((details) => (details as unknown as { open: boolean }).open)).toBe(false)
    await solution.locator('summary').click()
    expect(await solution.evaluate((details) => (details as unknown as { open: boolean }).open)).toBe(true)
    await open(step('table'))
    await learner.locator('.course-table td').first().waitFor()
    const from = step('text', '#step:')
    await open(from)
    const link = learner.locator(`.course-blocks a[href*="/steps/"]:not([href*="${from}"])`).first()
    const target = (await link.getAttribute('href')) ?? ''
    await link.click()
    await learner.waitForURL(`**${target}`)

    // A word of the glossary is where its links lead, from another step and from beside it, and the way back leads back.
    const toWord = learner.locator('.course-blocks a[href*="#"]')
    const away = [...walk(document)].find(
      ({ type, attrs }) => type === 'step' && attrs?.title === 'Tracking Changes',
    )?.attrs?.id
    await open(String(away))
    await toWord.getByText('commit', { exact: true }).first().click()
    const word = learner.locator('[data-block]:focus')
    await word.getByText('commit', { exact: true }).first().waitFor()
    expect(await word.textContent()).toMatch(/^commitTo record the current state/)
    await expect.poll(() => topOf(word)).toBeLessThan(200)
    // Who reads on by keyboard reads on there.
    await learner.keyboard.press('Tab')
    await enterOn(learner, learner.locator('[data-pointed]').getByRole('link', { name: 'changeset' }))
    await word.getByText('A group of changes').waitFor()
    expect(await axeFaults(learner)).toEqual([])
    await learner.goBack()
    await word.getByText('To record the current state').waitFor()
  },
)
