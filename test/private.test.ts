import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as feed from '#feed/contract.ts'
import * as files from '#files/contract.ts'
import * as impact from '#impact/contract.ts'
import * as leaders from '#leader/contract.ts'
import * as needs from '#need/contract.ts'
import * as people from '#people/contract.ts'
import * as recognition from '#recognition/contract.ts'
import * as searching from '#search/contract.ts'
import * as reviews from '#validation/contract.ts'
import { documentOf, publishAgain, published, write } from './course.ts'
import { openWorld } from './world.ts'

/** What belongs to a private group, or to its author alone, reaches nobody else by any way round. */
const world = openWorld()

async function board() {
  const org = await world.organization()
  const group = await org.group('Board', { private: true })
  const [insider, outsider] = [
    await org.person('Ines Insider', 'leader', group),
    await org.person('Otto Outsider', 'leader', await org.group('Sales')),
  ]
  const raise = (who: typeof insider, title: string, groupId: string) =>
    who.does(needs.raiseNeed, { body: { title, details: '', groupId } })
  return { org, group, insider, outsider, raise }
}

describe('a private need', () => {
  test('is answered in its own group only, and what became private later is named to nobody outside', async () => {
    const { org, group, insider, outsider, raise } = await board()
    const secret = await raise(insider, 'A secret need', group)
    const apart = {
      title: 'Zero it',
      objective: 'You zero a gauge in the cold.',
      groupId: org.root,
      needId: secret.id,
    }
    expect((await insider.isRefused(courses.createCourse, { body: apart })).faults).toMatchObject([
      { code: 'course.need-apart', pointer: '/groupId' },
    ])
    const lab = await org.group('Lab')
    const need = await raise(insider, 'A need that will be secret', lab)
    const body = {
      title: 'Zero it',
      objective: 'You zero a gauge in the cold.',
      groupId: org.root,
      needId: need.id,
    }
    const { course } = await insider.does(courses.createCourse, { body })
    await org.as((scope) => publishCourse(scope, course.id, null))
    await world.settle()
    const admin = await org.admin()
    await admin.does(people.changeGroup, { params: { groupId: lab }, body: { private: true } })
    const seen = await outsider.does(feed.getFeed)
    expect(seen.items.map(({ kind }) => kind)).toContain('course.published')
    expect(JSON.stringify(seen)).not.toContain('secret')
    expect(JSON.stringify((await admin.does(feed.getFeed)).items)).toContain('A need that will be secret')
    const thanks = {
      toIds: [outsider.id],
      reason: 'For the help with this',
      courseId: course.id,
      needId: need.id,
    }
    expect((await admin.isRefused(recognition.giveKudos, { body: thanks })).faults?.[0]?.code).toBe(
      'kudos.one-thing',
    )
  })

  test('is merged only within its group: voices and their reasons do not leave it, and nobody is drawn into it', async () => {
    const { org, group, insider, raise } = await board()
    const secret = await raise(insider, 'A secret need', group)
    const open = await raise(insider, 'An open need', org.root)
    for (const [from, into] of [
      [secret, open],
      [open, secret],
    ] as const)
      expect(
        (await insider.isRefused(needs.mergeNeed, { params: { needId: from.id }, body: { into: into.id } }))
          .code,
      ).toBe('need.merge-apart')
    const second = await raise(insider, 'Another secret need', group)
    await insider.does(needs.mergeNeed, { params: { needId: second.id }, body: { into: secret.id } })
  })
})

test('a private course that answers an open need is told to nobody who may not see it, by feed, count or mail', async () => {
  const { org, group, insider, outsider, raise } = await board()
  const need = await raise(outsider, 'An open need', org.root)
  const apart = {
    title: 'A secret course',
    objective: 'You keep a secret for a year.',
    groupId: group,
    needId: need.id,
  }
  expect((await insider.isRefused(courses.createCourse, { body: apart })).status).toBe(422)
  const lab = await org.group('Lab')
  const { course } = await insider.does(courses.createCourse, {
    body: {
      title: 'A secret course',
      objective: 'You keep a secret for a year.',
      groupId: lab,
      needId: need.id,
    },
  })
  const admin = await org.admin()
  await admin.does(people.changeGroup, { params: { groupId: lab }, body: { private: true } })
  await org.as((scope) => publishCourse(scope, course.id, null))
  await world.settle()
  expect(JSON.stringify(await outsider.does(feed.getFeed))).not.toContain('secret')
  expect(await outsider.does(feed.countUnread)).toEqual({ unread: 0 })
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const mails = existsSync(folder)
    ? readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
    : []
  expect(mails.filter((mail) => mail.includes(outsider.email))).toEqual([])
  const seen = [
    await outsider.does(impact.listJourneys, { params: { stage: 'course' } }),
    await outsider.does(impact.listJourneys, { params: { stage: 'validation' } }),
  ]
  expect(JSON.stringify(seen)).not.toContain(course.id)
})

describe('a draft', () => {
  test('is named to nobody but its author: not by the loop, not by what makes somebody an expert', async () => {
    const { org, outsider, insider } = await board()
    const priya = await org.person('Priya Nair', 'reviewer')
    const { course } = await outsider.does(courses.createCourse, {
      body: {
        title: 'A secret draft on torque',
        objective: 'You keep a secret for a year.',
        groupId: org.root,
      },
    })
    await write(outsider, course.id, documentOf({ s1: [] }))
    const review = await outsider.does(reviews.askForReview, {
      params: { courseId: course.id },
      body: { reviewerIds: [priya.id] },
    })
    await priya.does(reviews.giveVerdict, {
      params: { reviewId: review.id },
      body: { verdict: 'changes', note: 'Not yet.' },
    })
    await world.settle()
    const need = await insider.does(needs.raiseNeed, {
      body: { title: 'A draft on torque', details: '', groupId: org.root },
    })
    const seen = [
      await insider.does(impact.listJourneys, { params: { stage: 'course' } }),
      await insider.does(leaders.suggestExperts, { params: { needId: need.id } }),
      await insider.does(searching.search, { query: { q: 'secret' } }),
    ]
    expect(JSON.stringify(seen)).not.toContain('secret')
    expect(JSON.stringify(seen)).not.toContain(course.id)
    expect(seen[0]?.items).toHaveLength(1)
    const own = await outsider.does(impact.listJourneys, { params: { stage: 'course' } })
    expect(own.items.map(({ title }) => title)).toEqual(['A secret draft on torque'])
  })

  test('shows none of its changes in what is published: neither words nor tags nor language', async () => {
    const { org, outsider, insider } = await board()
    const courseId = await published(org, outsider, documentOf({ s1: [] }))
    const { document, revision } = await outsider.does(courses.getDraft, { params: { courseId } })
    const changed = {
      title: 'Unread title',
      objective: 'Unread aim',
      tags: ['unread'],
      language: 'fr' as const,
    }
    await outsider.does(courses.saveDraft, { params: { courseId }, body: { ...changed, document, revision } })
    const card = await insider.does(courses.getCourse, { params: { courseId } })
    expect(card).toMatchObject({
      title: 'Zero it',
      objective: 'You zero a gauge in the cold.',
      tags: [],
      language: 'en',
    })
    const [mine] = (await outsider.does(courses.listMyCourses)).items
    expect(mine).toMatchObject({ title: 'Unread title', tags: ['unread'], language: 'fr' })
    expect((await outsider.does(courses.getDraft, { params: { courseId } })).course).toMatchObject(changed)
    await outsider.does(courses.retireCourse, { params: { courseId } })
    await outsider.does(courses.returnCourse, { params: { courseId } })
    await world.settle()
    expect((await insider.does(searching.search, { query: { q: 'unread' } })).items).toEqual([])
  })
})

test('a file is open to readers while the published version shows it, and to its author always', async () => {
  const { org, outsider: author, insider: reader } = await board()
  const { course } = await author.does(courses.createCourse, {
    body: { title: 'Zero it', groupId: org.root },
  })
  const courseId = course.id
  const upload = async (name: string) => {
    const { id } = await author.does(material.startUpload, { params: { courseId }, body: { name, size: 4 } })
    await author.does(files.sendPart, { params: { fileId: id, offset: 0 }, body: new Blob(['text']) })
    return id
  }
  const [shown, unused] = [await upload('shown.txt'), await upload('unused.txt')]
  const showing = (asset: string) =>
    documentOf({ s1: [{ type: 'file', attrs: { id: 'f1AAAAAAAAAA', asset, name: 'A file' } }] })
  await publishAgain(org, author, courseId, showing(shown))
  const status = async (who: typeof author, fileId: string) =>
    (await world.cairn.app.request(`/api/files/${fileId}`, { headers: { cookie: who.cookie } })).status
  expect([await status(reader, shown), await status(reader, unused), await status(author, unused)]).toEqual([
    200, 404, 200,
  ])
  await publishAgain(org, author, courseId, documentOf({ s1: [] }))
  expect([await status(reader, shown), await status(author, shown)]).toEqual([404, 200])
  await publishAgain(org, author, courseId, showing(shown))
  expect(await status(reader, shown)).toBe(200)
  await author.does(courses.retireCourse, { params: { courseId } })
  expect([await status(reader, shown), await status(author, shown)]).toEqual([404, 200])
})
