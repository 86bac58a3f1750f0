import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import { walk } from '#course/document/blocks.ts'
import { paths } from '#paths'
import type { Person } from '#test/organization.ts'
import { picture, pictureSaying } from '#test/picture.ts'
import { type BrowserWorld, openBrowserWorld } from './browser.ts'
import { button, state } from './desk.ts'
import { axeFaults } from './faults.ts'
import { firstOnly } from './first-only.ts'
import { folderFor } from './folder.ts'
import { speaks } from './tongue.ts'

const browser = openBrowserWorld()

/** A course whose pictures, film and file are told line by line. */
const lesson = `# Zero it

![A gauge at rest](fig/rest.png)

![A worn gauge](worn.png)

![A tool](tool.png)

![The whole bench](bench.png)

::: video {src="zero.webm" title="Zeroing" captions="zero.vtt"}
:::

::: file {src="sheet.txt" name="The sheet"}
:::

![The hall](hall.png)
`
const markdown = file('zero.md', lesson)
const rest = { name: 'rest.png', mimeType: 'image/png', buffer: picture(60, 40) }
/** A few bytes that become thousands of millions of pixels. */
const hall = { ...rest, name: 'hall.png', buffer: pictureSaying(50_000, 50_000) }
const film = file('zero.webm', '\u001aE\u00df\u00a3\u009fB\u0082\u0084webm', 'latin1')
const captions = file('zero.vtt', 'WEBVTT\n\n00:00.000 --> 00:01.000\nTurn it.\n')
const sheet = file('sheet.txt', 'Write down what you read.')

function file(name: string, text: string, encoding: BufferEncoding = 'utf8') {
  return { name, mimeType: '', buffer: Buffer.from(text, encoding) }
}

type Files = Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]
const choose = (page: Page, files: Files) => page.locator('input[type="file"]').setInputFiles(files)

async function openImport(
  { world, window }: BrowserWorld,
  locale: 'en' | 'fr' = 'en',
): Promise<{ author: Person; page: Page }> {
  const org = await world.organization()
  const author = await org.person('Dana Reyes', 'leader')
  await speaks(author, locale)
  const page = await window(author, { locale })
  await page.goto(paths.newCourse)
  await page.locator('input[type="file"]').waitFor({ state: 'attached' })
  return { author, page }
}

const madeBy = async (author: Person) => (await author.does(courses.listMyCourses)).items.map(({ id }) => id)
/** What the report says, and of which line. */
const reported = (page: Page) =>
  page
    .getByRole('table')
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.slice(1).map((row) => {
        const cells = (row as unknown as { children: Iterable<{ textContent: string }> }).children
        const texts = [...cells].map(({ textContent }) => textContent.trim())
        const [what, line = ''] = [texts[0], texts.at(-1)]
        return `${/\d+$/.exec(line)?.[0]} ${what}`
      }),
    )

test('everything the server refuses is said with its line before a course is made, and what is missing can be added', async () => {
  const { author, page } = await openImport(browser)
  await choose(page, [rest, sheet])
  await page.getByText('There is no Markdown among these files').waitFor()
  const large = join(folderFor('large'), 'bench.png')
  writeFileSync(large, picture(60, 40))
  truncateSync(large, 21 * 1024 * 1024)
  const folder = folderFor('lesson')
  const program = file('tool.png', '\u007fELF\0\0 a program')
  const chosen = [markdown, rest, program, film, captions, sheet, hall]
  for (const { name, buffer } of chosen) writeFileSync(join(folder, name), buffer)
  const spare = file('spare.txt', 'Not used.')
  writeFileSync(join(folder, spare.name), spare.buffer)
  await choose(page, [...[...chosen, spare].map(({ name }) => join(folder, name)), large])
  await page.getByText('1 step read from 1 file').waitFor()
  expect(await reported(page)).toEqual([
    '5 The picture worn.png was not among the files; its description was kept.',
    '7 The content of tool.png is of a kind that cannot be uploaded. Its description was kept.',
    '9 bench.png is too large: a file may have 20 MB. Its description was kept.',
    '17 hall.png has too many pixels: a picture may have 50 million, and 20,000 on a side. Its description was kept.',
  ])
  await page.getByText('The text does not use this file, so it is not kept: spare.txt').waitFor()
  expect(await axeFaults(page)).toEqual([])
  expect(await madeBy(author)).toEqual([])

  const others = ['worn.png', 'tool.png', 'bench.png', 'hall.png'].map((name) => ({ ...rest, name }))
  await choose(page, others)
  await page.getByText('Everything could be kept.').waitFor()
  await button(page, 'Make the course').click()
  await page.waitForURL(/\/create\/courses\/[0-9a-f-]{36}$/)
  await state(page, 'saved').waitFor()
  const [courseId = '', ...more] = await madeBy(author)
  expect(more).toEqual([])
  const { document } = await author.does(courses.getDraft, { params: { courseId } })
  const types = [...walk(document)].map(({ type }) => type)
  expect(types.filter((type) => ['image', 'video', 'file'].includes(type))).toEqual([
    'image',
    'image',
    'image',
    'image',
    'video',
    'file',
    'image',
  ])
  expect([...walk(document)].find(({ type }) => type === 'video')?.attrs?.captions).toMatch(/^[0-9a-f-]{36}$/)
})

test('the report speaks French to who reads French', async () => {
  const { page } = await openImport(browser, 'fr')
  await choose(page, [rest])
  await page.getByText('Il n’y a pas de Markdown parmi ces fichiers').waitFor()
  await choose(page, [markdown, rest, film, captions, sheet, file('tool.png', '\u007fELF\0\0'), hall])
  await page.getByText('1 étape lue dans 1 fichier').waitFor()
  expect(await reported(page)).toEqual([
    '5 L’image worn.png n’était pas parmi les fichiers\u00a0; sa description a été gardée.',
    '7 Le contenu de tool.png est d’un type qui ne peut pas être envoyé. Sa description a été gardée.',
    '9 L’image bench.png n’était pas parmi les fichiers\u00a0; sa description a été gardée.',
    '17 hall.png a trop de pixels\u00a0: une image peut en avoir 50 millions, et 20\u202f000 par côté. Sa description a été gardée.',
  ])
})

test('Markdown that cannot be read says why and makes nothing, and what is right replaces it', async () => {
  const { author, page } = await openImport(browser)
  await choose(page, { ...markdown, buffer: Buffer.from('# Z\u00e9ro\n\nTourne.', 'latin1') })
  await page.getByText('zero.md is not written in UTF-8').waitFor()
  await choose(page, file('long.md', 'x'.repeat(2_000_001)))
  await page.getByText('long.md has more than 2,000,000 characters').waitFor()
  await choose(page, file('wide.md', `# A\n\n${'x'.repeat(20_000)}`))
  await page.getByText('No course can be made of it yet').waitFor()
  expect(await reported(page)).toEqual(['3 A line may have 10,000 characters at most. Left out'])
  expect(await button(page, 'Make the course').count()).toBe(0)
  expect(await madeBy(author)).toEqual([])
  await choose(page, file('right.md', '# A\n\nTurn it.'))
  await page.getByText('Everything could be kept.').waitFor()
})

test('a file that does not arrive and an answer that is lost end in one course, however often one tries', async () => {
  const { author, page } = await openImport(browser)
  const full = { type: '', title: '', status: 503, code: 'server.disk-full', detail: 'No room.' }
  const answer = { status: 503, contentType: 'application/problem+json', body: JSON.stringify(full) }
  const announced: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/uploads')) announced.push(request.postDataJSON().name)
  })
  await page.route(
    '**/parts/*',
    firstOnly((route) => route.fulfill(answer)),
  )
  await choose(page, [file('a.md', '# A\n\n![Rest](rest.png)'), rest])
  await page.getByText('It stopped before everything had arrived').waitFor()
  expect(await button(page, 'Make the course').count()).toBe(0)
  // A line that breaks for a moment is not even noticed.
  await page.route(
    '**/parts/*',
    firstOnly((route) => route.abort()),
  )
  await button(page, 'Try again').click()
  await page.getByText('Everything could be kept.').waitFor()
  expect(announced).toEqual(['rest.png'])
  expect(await madeBy(author)).toEqual([])

  // The course is made, but its answer is lost; the next try does not even arrive.
  let tries = 0
  await page.route('**/api/courses', async (route) => {
    tries += 1
    if (tries === 1) await route.fetch()
    return tries < 3 ? route.abort() : route.continue()
  })
  await button(page, 'Make the course').click()
  await page.getByText('The course was not made').waitFor()
  expect(await madeBy(author)).toHaveLength(1)
  await button(page, 'Make the course').click()
  await expect.poll(() => tries).toBe(2)
  await page.getByText('The course was not made').waitFor()
  await button(page, 'Make the course').click()
  await page.waitForURL(/\/create\/courses\/[0-9a-f-]{36}$/)
  expect(await madeBy(author)).toEqual([page.url().split('/').at(-1)])
})
