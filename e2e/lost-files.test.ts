import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import en from '#course/messages/en.json' with { type: 'json' }
import fr from '#course/messages/fr.json' with { type: 'json' }
import * as files from '#files/contract.ts'
import enFiles from '#files/messages/en.json' with { type: 'json' }
import frFiles from '#files/messages/fr.json' with { type: 'json' }
import { linkTo, paths } from '#paths'
import { blockId, documentOf, write } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { picture } from '#test/picture.ts'
import { openBrowserWorld } from './browser.ts'
import { blocksOf, button, state } from './desk.ts'
import { axeFaults, sidewaysFaults } from './faults.ts'
import { finger } from './hand.ts'
import { speaks } from './tongue.ts'

const browser = openBrowserWorld()
const film = Buffer.from('\u001aE\u00df\u00a3\u009fB\u0082\u0084webm', 'latin1')
const alt = 'A gauge on a granite plate'

// The server says to its operator that files are missing, as it should.
beforeEach(() => void vi.spyOn(process.stderr, 'write').mockReturnValue(true))

async function send(author: Person, courseId: string, name: string, bytes: Buffer): Promise<string> {
  const params = { courseId }
  const { id } = await author.does(material.startUpload, { params, body: { name, size: bytes.length } })
  await author.does(files.sendPart, {
    params: { fileId: id, offset: 0 },
    body: new Blob([Uint8Array.from(bytes)]),
  })
  return id
}

/** A published course that shows a picture, a video and a file; all three can be lost from the disk and found again. */
async function illustrated(org: Organization, author: Person) {
  const { course } = await author.does(courses.createCourse, {
    body: { title: 'Zero it', groupId: org.root },
  })
  const courseId = course.id
  const assets = {
    image: await send(author, courseId, 'gauge.png', picture(600, 300)),
    video: await send(author, courseId, 'zero.webm', film),
    file: await send(author, courseId, 'sheet.txt', Buffer.from('Zero it.')),
  }
  const block = (type: keyof typeof assets, attrs: object) => ({
    type,
    attrs: { id: blockId(type), asset: assets[type], ...attrs },
  })
  const blocks = [
    block('image', { alt, caption: '' }),
    block('video', { title: 'Zeroing', captions: null }),
    block('file', { name: 'sheet.txt' }),
  ]
  await write(author, courseId, documentOf({ s1: blocks }))
  await org.as((scope) => publishCourse(scope, courseId, null))
  const { filesDir } = browser.world.cairn.runtime.install
  const away = (id: string) => join(filesDir, org.id, `${id}-away`)
  const move = (isLost: boolean) => {
    for (const id of Object.values(assets)) {
      const [from, to] = isLost
        ? [join(filesDir, org.id, id), away(id)]
        : [away(id), join(filesDir, org.id, id)]
      renameSync(from, to)
    }
  }
  return {
    courseId,
    player: linkTo(paths.player, { courseId, stepId: blockId('s1') }),
    editor: linkTo(paths.editor, { courseId }),
    lose: () => move(true),
    find: () => move(false),
  }
}

test('who meets a lost picture, video or file reads what happened, what it shows and what to do, and sees it once it is back', async () => {
  const org = await browser.world.organization()
  const { player, lose, find } = await illustrated(org, await org.person('Dana Reyes', 'leader'))
  lose()
  for (const [locale, texts, missing] of [
    ['en', en, enFiles],
    ['fr', fr, frFiles],
  ] as const) {
    const learner = await org.person(`Mei ${locale}`)
    await speaks(learner, locale)
    const page = await browser.window(learner, finger.window)
    await page.goto(player)
    const faults = page.locator('.course-fault')
    await faults.nth(1).waitFor()
    await page.locator('a.course-file').tap()
    await faults.nth(2).waitFor()
    expect(await faults.locator('strong').allTextContents()).toEqual([
      texts['course.block.fault.image'],
      texts['course.block.fault.video'],
      texts['course.block.fault.file'],
    ])
    expect(await faults.getByText(missing['problem.file.lost']).count()).toBe(3)
    await faults.first().getByText(alt).waitFor()
    expect([await axeFaults(page), await sidewaysFaults(page, 360)]).toEqual([[], []])
    if (locale === 'en') continue
    find()
    await faults.first().getByRole('button', { name: texts['course.block.fault.retry'] }).tap()
    await expect
      .poll(() => page.locator('.course-blocks img').evaluate((image) => Object(image).naturalWidth))
      .toBe(600)
    await faults.nth(1).getByRole('button', { name: texts['course.block.fault.retry'] }).tap()
    await page.locator('a.course-file').waitFor()
  }
})

/** An author in the editor of a course whose files are lost. */
async function deskOfLost() {
  const org = await browser.world.organization()
  const author = await org.person('Dana Reyes', 'leader')
  const { courseId, editor, lose } = await illustrated(org, author)
  lose()
  const page = await browser.window(author)
  await page.goto(editor)
  const faults = page.locator('.course-fault')
  const replaceFirst = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const window = page.waitForEvent('filechooser')
    await faults.first().getByRole('button', { name: en['course.editor.replace'] }).click()
    await (await window).setFiles(file)
  }
  return { page, faults, replaceFirst, blocks: () => blocksOf(author, { courseId }) }
}

test('the author of a lost picture puts it in again where it was, with its description kept', async () => {
  const { page, faults, replaceFirst, blocks } = await deskOfLost()
  await faults.nth(2).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await replaceFirst({ name: 'again.png', mimeType: 'image/png', buffer: picture(400, 100) })
  await page.locator('.editor-media img').waitFor()
  await state(page, 'saved').waitFor()
  await expect
    .poll(async () => (await blocks())[0]?.attrs)
    .toMatchObject({ id: blockId('image'), alt, width: 400, height: 100 })
})

test('a picture that cannot be put in again stays as it was, and says why', async () => {
  const { page, replaceFirst, blocks } = await deskOfLost()
  const [before] = await blocks()
  const program = Buffer.from('\u007fELF\0\0 a program')
  await replaceFirst({ name: 'a.png', mimeType: 'image/png', buffer: program })
  await page.getByText(en['course.editor.upload.typeRefused']).waitFor()
  await button(page, en['course.editor.replace']).waitFor()
  expect((await blocks())[0]).toEqual(before)
})
