import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as files from '#files/contract.ts'
import { documentOf, words } from '#test/course.ts'
import { send } from '#test/organization.ts'
import { sendAhead } from '#test/sending.ts'
import { openWorld } from '#test/world.ts'
import * as courses from './contract.ts'
import * as material from './material.contract.ts'
import * as versions from './versions.contract.ts'

const world = openWorld()
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><rect width="2" height="2"/></svg>'

async function desk() {
  const org = await world.organization()
  const [dana, kofi] = [await org.person('Dana Reyes', 'leader'), await org.person('Kofi Mensah', 'leader')]
  return { org, dana, kofi }
}

const webm = Uint8Array.from(Buffer.from('\u001aE\u00df\u00a3\u009fB\u0082\u0084webm', 'latin1'))

const showing = (asset: string) =>
  documentOf({ s1: [{ type: 'image', attrs: { id: 'i1AAAAAAAAAA', asset, alt: 'Two', caption: '' } }] })
const filmed = (asset: string, captions: string) =>
  documentOf({ s1: [{ type: 'video', attrs: { id: 'v1AAAAAAAAAA', asset, title: 'Zero', captions } }] })

test('a course is made with its text and the files that were sent ahead, all at once', async () => {
  const { org, dana, kofi } = await desk()
  const fileId = await sendAhead(dana, 'zero.svg', svg)
  expect((await dana.isRefused(material.getFile, { params: { fileId } })).status).toBe(404)
  const body = { title: 'Zero it', groupId: org.root, document: showing(fileId) }
  const { course, document } = await dana.does(courses.createCourse, { body })
  expect(document.content[0]?.content[0]?.attrs).toMatchObject({ asset: fileId, width: 30, height: 20 })
  const address = `/api/files/${fileId}`
  const read = (cookie: string) => world.cairn.app.request(address, { headers: { cookie } })
  expect([(await read(dana.cookie)).status, (await read(kofi.cookie)).status]).toEqual([200, 404])
  // From here on it is this course's: another one cannot be made with it.
  expect(await dana.isRefused(courses.createCourse, { body })).toMatchObject({ code: 'input.invalid' })
  expect((await dana.does(courses.listMyCourses)).items.map(({ id }) => id)).toEqual([course.id])
})

test('of two courses that begin with the same file at the same moment, one is made', async () => {
  const { org, dana } = await desk()
  const fileId = await sendAhead(dana, 'zero.svg', svg)
  const begin = async (title: string) => {
    const body = { title, groupId: org.root, document: showing(fileId) }
    return (await send(world.cairn, dana.cookie, courses.createCourse, { body })).status
  }
  expect((await Promise.all([begin('One'), begin('Two')])).toSorted()).toEqual([201, 422])
  expect((await dana.does(courses.listMyCourses)).items).toHaveLength(1)
})

test('a course whose files are missing, somebody else’s or not what they are used as is not made at all', async () => {
  const { org, dana, kofi } = await desk()
  const [his, film, words] = [
    await sendAhead(kofi, 'his.svg', svg),
    await sendAhead(dana, 'film.webm', webm),
    await sendAhead(dana, 'words.txt', 'No captions.'),
  ]
  const { id: half } = await dana.does(files.startUploadAhead, { body: { name: 'half.svg', size: 10 } })
  const faultOf = async (document: ReturnType<typeof documentOf>) => {
    const body = { title: 'Zero it', groupId: org.root, document }
    const { status, faults } = await dana.isRefused(courses.createCourse, { body })
    return [status, faults?.[0]?.pointer, faults?.[0]?.code]
  }
  const picture = '/document/content/0/content/0/attrs/asset'
  expect(await faultOf(showing(his))).toEqual([422, picture, 'course.unknown-file'])
  expect(await faultOf(showing(half))).toEqual([422, picture, 'course.unknown-file'])
  const spoken = '/document/content/0/content/0/attrs/captions'
  expect(await faultOf(filmed(film, words))).toEqual([422, spoken, 'course.not-captions'])
  for (const misused of [
    showing(words),
    showing(film),
    filmed(words, words),
    filmed(await sendAhead(dana, 'a.svg', svg), words),
  ])
    expect(await faultOf(misused)).toEqual([422, picture, 'course.other-use'])
  expect((await dana.does(courses.listMyCourses)).items).toEqual([])
  expect(await world.stored(org.id, `select from facts where type = 'course.created'`)).toEqual([])
  // What was refused is still there to be used.
  const captions = await sendAhead(dana, 'words.vtt', '\uFEFFWEBVTT\n\n00:00.000 --> 00:01.000\nZero')
  const body = { title: 'Zero it', groupId: org.root, document: filmed(film, captions) }
  await dana.does(courses.createCourse, { body })
  expect((await dana.does(courses.listMyCourses)).items).toHaveLength(1)
})

test('a draft and a copy of it that use a file as what it is not are refused at that very place, and change nothing', async () => {
  const { org, dana } = await desk()
  const made = await dana.does(courses.createCourse, { body: { title: 'Zero it', groupId: org.root } })
  const { id: courseId, objective, tags, language, title } = made.course
  const params = { courseId }
  const { id: asset } = await dana.does(material.startUpload, {
    params,
    body: { name: 'sheet.txt', size: 5 },
  })
  await dana.does(files.sendPart, { params: { fileId: asset, offset: 0 }, body: new Blob(['Zero.']) })
  const image = { type: 'image', attrs: { id: 'i1AAAAAAAAAA', asset, alt: 'Two', caption: '' } }
  const tip = {
    type: 'callout',
    attrs: { id: 'c1AAAAAAAAAA', kind: 'tip', title: '' },
    content: [words('w1', 'Look:'), image],
  }
  const text = { title, objective, tags, language, document: documentOf({ s1: [], s2: [tip] }) }
  const refusals = [
    await dana.isRefused(courses.saveDraft, { params, body: { ...text, revision: made.revision } }),
    await dana.isRefused(versions.keepCopy, { params, body: { title, objective, document: text.document } }),
  ]
  for (const { status, faults } of refusals) {
    const pointer = '/document/content/1/content/0/content/1/attrs/asset'
    expect([status, faults]).toMatchObject([422, [{ pointer, code: 'course.other-use' }]])
    expect(faults?.[0]?.detail).toContain('sheet.txt is no picture')
  }
  expect((await dana.does(courses.getDraft, { params })).revision).toBe(made.revision)
})

test('a file ahead that is too large or a program is refused, and one that no course is made with is forgotten', async () => {
  const { org, dana, kofi } = await desk()
  const tooLarge = { body: { name: 'x.mp4', size: 1e12 } }
  expect(await dana.isRefused(files.startUploadAhead, tooLarge)).toMatchObject({ code: 'file.too-large' })
  const { id } = await dana.does(files.startUploadAhead, { body: { name: 'x.png', size: 4 } })
  const part = { params: { fileId: id, offset: 0 }, body: new Blob(['\u007fELF']) }
  expect((await kofi.isRefused(files.sendPart, part)).status).toBe(404)
  expect(await dana.isRefused(files.sendPart, part)).toMatchObject({ code: 'file.type-refused' })
  const [unused, used] = [await sendAhead(dana, 'a.svg', svg), await sendAhead(dana, 'b.svg', svg)]
  const body = { title: 'Zero it', groupId: org.root, document: showing(used) }
  await dana.does(courses.createCourse, { body })
  const isKept = (file: string) => existsSync(join(world.cairn.runtime.install.filesDir, org.id, file))
  world.pass({ days: 6 })
  await world.cairn.tasks.upkeep?.({})
  expect([isKept(unused), isKept(used)]).toEqual([true, true])
  world.pass({ days: 2 })
  await world.cairn.tasks.upkeep?.({})
  expect([isKept(unused), isKept(used)]).toEqual([false, true])
  expect(await world.stored(org.id, 'select id from assets')).toEqual([{ id: used }])
})

test('what Markdown uses is reported where it is used: refused, of another use, missing, or not one’s own', async () => {
  const { dana, kofi } = await desk()
  const [his, words] = [await sendAhead(kofi, 'his.svg', svg), await sendAhead(dana, 'words.txt', 'Zero.')]
  const text =
    '# A\n\n![Big](big.png)\n\n![Program](fig/tool.png)\n\n![Words](words.txt)\n\n![His](his.svg)\n\n' +
    '::: file {src="words.txt"}\n:::\n\n::: video {src="big.png"}\n:::\n\n![Wide](wide.png)\n\n' +
    '::: file {src="wide.png"}\n:::\n\nRead on.\n'
  const body = {
    files: [{ path: 'a.md', text }],
    assets: { 'words.txt': words, 'his.svg': his },
    refused: {
      'big.png': 'too-large' as const,
      'tool.png': 'kind' as const,
      'wide.png': 'too-many-pixels' as const,
    },
  }
  const { document, report } = await dana.does(material.importMarkdown, { body })
  const many = 'wide.png has too many pixels: a picture may have 50 million, and 20,000 on a side.'
  expect(report.map(({ line, code, detail }) => [line, code, detail])).toEqual([
    [3, 'file.too-large', 'big.png is too large: a file may have 20 MB. Its description was kept.'],
    [
      5,
      'file.kind',
      'The content of fig/tool.png is of a kind that cannot be uploaded. Its description was kept.',
    ],
    [7, 'file.other-use', 'words.txt is no picture. Its description was kept.'],
    [9, 'image.missing', 'The picture his.svg was not among the files; its description was kept.'],
    [14, 'file.too-large', 'big.png is too large: a file may have 20 MB. It was left out.'],
    [17, 'file.too-many-pixels', `${many} Its description was kept.`],
    [19, 'file.too-many-pixels', `${many} It was left out.`],
  ])
  expect(document?.content[0]?.content.map(({ type }) => type)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
    'file',
    'paragraph',
    'paragraph',
  ])
})
