import { describe, expect, test } from 'vitest'
import * as files from '#files/contract.ts'
import { documentOf, publishAgain } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import * as courses from './contract.ts'
import type { CourseDocument } from './document/schema.ts'
import { publishCourse } from './life.ts'
import * as material from './material.contract.ts'
import * as versions from './versions.contract.ts'

const world = openWorld()

async function desk() {
  const org = await world.organization()
  const [dana, kofi] = [await org.person('Dana Reyes', 'leader'), await org.person('Kofi Mensah')]
  const body = { title: 'Zero it', groupId: org.root }
  const made = await dana.does(courses.createCourse, { body })
  return { org, dana, kofi, made, params: { courseId: made.course.id } }
}

const saying = (document: CourseDocument, text: string): CourseDocument => {
  const copy = structuredClone(document)
  const block = copy.content[0]?.content[0]
  if (block?.type === 'paragraph') block.content = [{ type: 'text', text }]
  return copy
}
const save = (revision: number, document: CourseDocument) => ({
  revision,
  document,
  title: 'Zero it',
  objective: '',
  tags: [],
  language: 'en' as const,
})

describe('a draft', () => {
  test('is saved on top of what was read, and refused when another window saved since', async () => {
    const { dana, made, params } = await desk()
    const first = await dana.does(courses.saveDraft, {
      params,
      body: save(made.revision, saying(made.document, 'one')),
    })
    const refusal = await dana.isRefused(courses.saveDraft, {
      params,
      body: save(made.revision, saying(made.document, 'two')),
    })
    expect(refusal).toMatchObject({ status: 409, code: 'course.saved-elsewhere' })
    const kept = await dana.does(courses.getDraft, { params })
    expect(kept).toMatchObject({ revision: first.revision, document: saying(made.document, 'one') })
  })

  test('is unknown to everyone but its author, and no one else saves it', async () => {
    const { kofi, made, params } = await desk()
    expect((await kofi.isRefused(courses.getDraft, { params })).status).toBe(404)
    expect((await kofi.isRefused(courses.getCourse, { params })).status).toBe(404)
    expect(
      (await kofi.isRefused(courses.saveDraft, { params, body: save(made.revision, made.document) })).status,
    ).toBe(404)
  })

  test('with an unknown block, a doubled id or a dangerous link is refused with a pointer to the place', async () => {
    const { dana, made, params } = await desk()
    const [step] = made.document.content
    const pointers = async (content: unknown[]) => {
      const document = { type: 'doc', content: [{ ...step, content }] }
      const refusal = await dana.isRefused(courses.saveDraft, {
        params,
        body: save(made.revision, document as never),
      })
      return [refusal.status, refusal.faults?.[0]?.pointer]
    }
    const attrs = { id: 'abcdefghjk23' }
    expect(await pointers([{ type: 'script', attrs }])).toEqual([422, '/document/content/0/content/0/type'])
    const paragraph = { type: 'paragraph', attrs }
    expect(await pointers([paragraph, paragraph])).toEqual([422, '/document/content/0/content/1/attrs/id'])
    const marks = [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }]
    const linked = { ...paragraph, content: [{ type: 'text', text: 'x', marks }] }
    expect((await pointers([linked]))[1]).toContain(
      '/document/content/0/content/0/content/0/marks/0/attrs/href',
    )
  })

  test('that was thrown away can be taken back', async () => {
    const { dana, params } = await desk()
    await dana.does(courses.discardCourse, { params })
    expect((await dana.does(courses.listMyCourses)).items).toEqual([])
    await dana.does(courses.keepCourse, { params })
    expect((await dana.does(courses.listMyCourses)).items).toHaveLength(1)
  })
})

describe('versions', () => {
  test('are kept as they were, whatever the draft becomes, and can be restored without losing the draft', async () => {
    const { org, dana, made, params } = await desk()
    await dana.does(courses.saveDraft, { params, body: save(1, saying(made.document, 'first')) })
    await org.as((scope) => publishCourse(scope, params.courseId, null))
    await dana.does(courses.saveDraft, { params, body: save(2, saying(made.document, 'second')) })
    const restored = await dana.does(versions.restoreVersion, { params, body: { number: 1 } })
    expect(restored.document).toEqual(saying(made.document, 'first'))
    const { items } = await dana.does(versions.listVersions, { params })
    expect(items.map(({ number, published }) => [number, published])).toEqual([
      [2, false],
      [1, true],
    ])
    const second = await dana.does(versions.getVersion, {
      params: { ...params, number: 2 },
      query: { since: 1 },
    })
    expect(second.document).toEqual(saying(made.document, 'second'))
    expect(second.changes.changed).toHaveLength(1)
  })

  test('keep a text of another window beside the working copy, once, and for its author alone', async () => {
    const { org, dana, kofi, made, params } = await desk()
    await dana.does(courses.saveDraft, { params, body: save(1, saying(made.document, 'here')) })
    const body = { title: 'Zero it', objective: '', document: saying(made.document, 'there') }
    expect(await dana.does(versions.keepCopy, { params, body })).toEqual({ number: 1 })
    expect(await dana.does(versions.keepCopy, { params, body })).toEqual({ number: 1 })
    const copy = await dana.does(versions.getVersion, { params: { ...params, number: 1 } })
    expect(copy.document).toEqual(saying(made.document, 'there'))
    const draft = await dana.does(courses.getDraft, { params })
    expect(draft).toMatchObject({ revision: 2, document: saying(made.document, 'here') })
    expect((await kofi.isRefused(versions.keepCopy, { params, body })).status).toBe(404)
    const told = await org.as(({ db }) =>
      db.selectFrom('facts').select(['actorId', 'data']).where('type', '=', 'course.copy-kept').execute(),
    )
    expect(told).toEqual([{ actorId: dana.id, data: { courseId: params.courseId, version: 1 } }])
  })

  test('a published course shows what was published, is retired out of sight and brought back', async () => {
    const { org, dana, kofi, params } = await desk()
    await org.as((scope) => publishCourse(scope, params.courseId, null))
    expect((await kofi.does(courses.listCourses)).items.map(({ title }) => title)).toEqual(['Zero it'])
    expect((await kofi.isRefused(courses.retireCourse, { params })).status).toBe(403)
    await dana.does(courses.retireCourse, { params })
    expect((await kofi.isRefused(courses.getCourse, { params })).status).toBe(404)
    await dana.does(courses.returnCourse, { params })
    expect((await kofi.does(courses.getCourse, { params })).state).toBe('published')
  })
})

describe('files', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2"/></svg>'
  const part = (fileId: string, offset: number, text: string) => ({
    params: { fileId, offset },
    body: new Blob([text]),
  })

  test('arrive in parts, go on where they stopped, and are what their content says', async () => {
    const { dana, params } = await desk()
    const { id } = await dana.does(material.startUpload, {
      params,
      body: { name: 'x.png', size: svg.length },
    })
    await dana.does(files.sendPart, part(id, 0, svg.slice(0, 30)))
    const refusal = await dana.isRefused(files.sendPart, part(id, 0, svg))
    expect(refusal).toMatchObject({ code: 'file.wrong-offset', received: 30 })
    const done = await dana.does(files.sendPart, part(id, 30, svg.slice(30)))
    expect(done).toMatchObject({ finished: true, mediaType: 'image/svg+xml' })
  })

  test('of a draft are closed to other people, and never run as a page', async () => {
    const { org, dana, kofi, params } = await desk()
    const { id } = await dana.does(material.startUpload, {
      params,
      body: { name: 'x.svg', size: svg.length },
    })
    await dana.does(files.sendPart, part(id, 0, svg))
    expect((await kofi.isRefused(material.getFile, { params: { fileId: id } })).status).toBe(404)
    const image = { type: 'image', attrs: { id: 'i1AAAAAAAAAA', asset: id, alt: 'Two', caption: '' } }
    await publishAgain(org, dana, params.courseId, documentOf({ s1: [image] }))
    const response = await world.cairn.app.request(`/api/files/${id}`, {
      headers: { cookie: kofi.cookie, range: 'bytes=0-3' },
    })
    expect([response.status, await response.text()]).toEqual([206, '<svg'])
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('that are programs, or larger than announced or allowed, are refused', async () => {
    const { dana, params } = await desk()
    expect(
      await dana.isRefused(material.startUpload, { params, body: { name: 'x', size: 1e12 } }),
    ).toMatchObject({ code: 'file.too-large' })
    const { id } = await dana.does(material.startUpload, { params, body: { name: 'x.png', size: 4 } })
    expect(await dana.isRefused(files.sendPart, part(id, 0, '\u007fELF and more'))).toMatchObject({
      code: 'file.too-much',
    })
    expect(await dana.isRefused(files.sendPart, part(id, 0, '\u007fELF'))).toMatchObject({
      code: 'file.type-refused',
    })
  })

  test('that arrive slowly keep nobody else waiting', async () => {
    const { dana, kofi, params } = await desk()
    const gate = Promise.withResolvers<void>()
    const slow = () =>
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          await gate.promise
          controller.enqueue(Buffer.from('text'))
          controller.close()
        },
      })
    const uploads = []
    for (let n = 0; n < 12; n += 1) {
      const { id } = await dana.does(material.startUpload, { params, body: { name: 'x.txt', size: 4 } })
      const init = {
        method: 'PUT',
        headers: { cookie: dana.cookie, 'idempotency-key': crypto.randomUUID() },
        body: slow(),
        duplex: 'half' as const,
      }
      uploads.push(world.cairn.app.request(`/api/uploads/${id}/parts/0`, init))
    }
    expect((await kofi.does(courses.listCourses)).items).toEqual([])
    gate.resolve()
    expect((await Promise.all(uploads)).map(({ status }) => status)).toEqual(uploads.map(() => 200))
  })
})
