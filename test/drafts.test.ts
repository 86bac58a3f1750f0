import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as files from '#files/contract.ts'
import * as reviews from '#validation/contract.ts'
import { documentOf, write } from './course.ts'
import { openWorld } from './world.ts'

/** A draft is its author's, and of those whom they ask: its pictures too, whatever the role. */
const world = openWorld()
const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2"/></svg>'

test('a file of a draft is read by its author and by who was asked to review a version that shows it, by nobody else', async () => {
  const org = await world.organization()
  const [dana, priya, leader, manager, admin] = [
    await org.person('Dana Reyes', 'leader'),
    await org.person('Priya Nair', 'reviewer'),
    await org.person('Lars Leader', 'leader'),
    await org.person('Mona Manager', 'manager'),
    await org.admin(),
  ]
  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root }
  const { course } = await dana.does(courses.createCourse, { body })
  const at = { params: { courseId: course.id } }
  const upload = async (name: string) => {
    const { id } = await dana.does(material.startUpload, { ...at, body: { name, size: svg.length } })
    await dana.does(files.sendPart, {
      params: { fileId: id, offset: '0' },
      body: new Blob([svg]),
    } as never)
    return id
  }
  const [shown, later] = [await upload('shown.svg'), await upload('later.svg')]
  const statusFor = async (who: typeof dana, fileId: string) =>
    (await world.cairn.app.request(`/api/files/${fileId}`, { headers: { cookie: who.cookie } })).status
  const image = { type: 'image', attrs: { id: 'i1AAAAAAAAAA', asset: shown, alt: 'Two', caption: '' } }
  await write(dana, course.id, documentOf({ s1: [image] }))
  expect(await statusFor(dana, shown)).toBe(200)
  for (const other of [priya, leader, manager, admin]) expect(await statusFor(other, shown)).toBe(404)
  await dana.does(reviews.askForReview, { ...at, body: { reviewerIds: [priya.id] } })
  expect(await statusFor(priya, shown)).toBe(200)
  expect(await statusFor(priya, later)).toBe(404)
  for (const other of [leader, manager, admin]) expect(await statusFor(other, shown)).toBe(404)
})
