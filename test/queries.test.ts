import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import * as own from '#course/own-template.contract.ts'
import * as learning from '#learning/contract.ts'
import * as talk from '#learning/talk.contract.ts'
import * as needs from '#need/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import * as badges from '#recognition/badge.contract.ts'
import * as recognition from '#recognition/contract.ts'
import { listAccounts } from '#recognition/ledger.contract.ts'
import * as rules from '#recognition/rule.contract.ts'
import { setRecognition } from '#recognition/settings.contract.ts'
import * as reviews from '#validation/contract.ts'
import { setPolicy } from '#validation/policy.contract.ts'
import { usualPolicy } from '#validation/queue/policy.ts'
import { volunteerNow } from '#volunteers/contract.ts'
import { bonusIn } from './bonus.ts'
import { campaignsIn } from './campaigning.ts'
import { communityIn, ideasIn } from './community.ts'
import { documentOf, truth, words, write } from './course.ts'
import { endpoints, paramsFor, queryFor } from './every-endpoint.ts'
import type { Organization, Person } from './organization.ts'
import { send } from './organization.ts'
import { redeemed } from './reward.ts'
import { validated } from './rules.ts'
import { openWorld } from './world.ts'

/** A page asks the database the same number of questions, however much there is to show. */
const world = openWorld()
const reads = endpoints.filter(({ method, access, raw }) => method === 'GET' && access !== 'anyone' && !raw)

interface Place {
  org: Organization
  dana: Person
  kofi: Person
  courseId: string
  needId: string
  template: own.TemplateDraft
}

const publish = (who: Person, { template, revision }: own.TemplateDraft) =>
  who.does(own.publishTemplate, { params: { templateId: template.id }, body: { revision } })

async function place(): Promise<Place & { params: Record<string, string> }> {
  const org = await world.organization()
  const [dana, kofi] = [await org.person('Dana Reyes', 'admin'), await org.person('Kofi Mensah', 'leader')]
  const need = await kofi.does(needs.raiseNeed, {
    body: { title: 'Zero it', details: '', groupId: org.root },
  })
  const { course } = await dana.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root },
  })
  await write(dana, course.id, documentOf({ s1: [words('w1', 'Words'), truth('q1')] }))
  // As many reviews as this asks for would be more than anybody is asked to read at once.
  await dana.does(setPolicy, {
    params: { groupId: org.root, kind: 'any' },
    body: { ...usualPolicy, mostOpen: 20 },
  })
  const at = { params: { courseId: course.id } }
  const review = await dana.does(reviews.askForReview, { ...at, body: { reviewerIds: [kofi.id] } })
  await kofi.does(reviews.giveVerdict, { params: { reviewId: review.id }, body: { verdict: 'approve' } })
  const { stepId } = await dana.does(learning.getProgress, at)
  const template = await dana.does(own.makeTemplate, { body: { name: 'Zero it', groupId: org.root } })
  await publish(dana, template)
  await dana.does(setRecognition, { body: { allowance: 1000, timeZone: 'UTC' } })
  const thanks = { toIds: [dana.id], reason: 'For all the help', points: 1 }
  await kofi.does(recognition.giveKudos, { body: thanks })
  const accountId = (await dana.does(listAccounts)).items.find(({ kind }) => kind === 'points')?.id ?? ''
  const file = crypto.randomUUID()
  const importId = crypto.randomUUID()
  const surveyId = crypto.randomUUID()
  const itemId = crypto.randomUUID()
  const ids = {
    groupId: org.root,
    memberId: kofi.id,
    needId: need.id,
    courseId: course.id,
    reviewId: review.id,
    importId,
    surveyId,
    itemId,
    accountId,
    templateId: template.template.id,
    ...(await badgeFor(dana, kofi)),
    ...(await bonusIn({ org, admin: dana, author: kofi }, org.root)),
    ...(await redeemed(dana, dana, kofi)),
    ...(await ruleFor(dana)),
    ...(await campaignsIn(world, { org, admin: dana, insider: kofi }, org.root)),
    volunteerId: (await kofi.does(volunteerNow, { body: { groupId: org.root } })).id,
    ...(await communityIn({ org, admin: kofi, author: dana }, org.root)),
  }
  const params = {
    ...ids,
    stepId,
    fileId: file,
    number: '1',
    stage: 'course',
    kind: 'like',
    rule: 'captions',
    key: 'clarity',
    criterion: 'accuracy',
    original: 'how-to',
    practice: 'wrench-check',
    month: '2026-05',
    year: '2026',
  }
  return { org, dana, kofi, courseId: course.id, needId: need.id, template, params }
}

async function ruleFor(dana: Person) {
  const { id: ruleId } = await dana.does(rules.makeRule, { body: validated })
  return { ruleId }
}

async function badgeFor(dana: Person, kofi: Person) {
  const { id: badgeId } = await dana.does(badges.designBadge, { body: badges.designBadge.example as never })
  const body = { memberId: kofi.id, reason: 'For all the help' }
  const { id: awardId } = await dana.does(badges.awardBadge, { params: { badgeId }, body })
  return { badgeId, awardId }
}

/** Another few of everything that lists show. */
async function grow({ org, dana, kofi, courseId, needId, template }: Place, round: number): Promise<void> {
  const at = { params: { courseId } }
  for (let n = 0; n < 4; n += 1) {
    const name = `${round} ${n}`
    const mei = await org.person(`Mei ${name}`, 'reviewer', await org.group(`Group ${name}`))
    await mei.does(needs.voiceNeed, { params: { needId } })
    await mei.does(needs.raiseNeed, { body: { title: `Zero it ${name}`, details: '', groupId: org.root } })
    await mei.does(volunteerNow, { body: { groupId: org.root } })
    await mei.does(learning.startCourse, at)
    await mei.does(talk.commentOnCourse, { ...at, body: { body: `A question ${name}` } })
    await mei.does(recognition.giveKudos, {
      body: { toIds: [dana.id], courseId, reason: 'For all the help', points: 1 },
    })
    await badgeFor(dana, kofi)
    await badgeFor(dana, mei)
    await bonusIn({ org, admin: dana, author: kofi }, org.root, `Max ${name}`)
    await redeemed(dana, dana, kofi)
    await redeemed(dana, kofi, dana)
    await ruleFor(dana)
    await ideasIn({ admin: kofi, author: dana }, org.root)
    const invited = { email: `new-${round}-${n}@northwind.example`, name: 'New', groupId: org.root }
    await dana.does(invitations.inviteMember, { body: { ...invited, role: 'learner', locale: 'en' } })
    const made = await kofi.does(courses.createCourse, {
      body: {
        title: `Zero it ${name}`,
        objective: 'You zero a gauge in the cold.',
        groupId: org.root,
        needId: null,
      },
    })
    const params = { courseId: made.course.id }
    await write(kofi, params.courseId, documentOf({ s1: [words('w1', 'Words')] }))
    await org.as((scope) => publishCourse(scope, params.courseId, null))
    await dana.does(learning.startCourse, { params })
    await kofi.does(reviews.askForReview, { params, body: { reviewerIds: [dana.id] } })
    await write(dana, courseId, documentOf({ s1: [words('w1', `Words ${name}`), truth('q1')] }))
    const { id: reviewId } = await dana.does(reviews.askForReview, {
      ...at,
      body: { reviewerIds: [kofi.id] },
    })
    const finding = { blockId: 'w1AAAAAAAAAA', severity: 'note' as const, body: 'Where is this from?' }
    await kofi.does(reviews.makeFinding, { params: { reviewId }, body: finding })
    await kofi.does(reviews.giveVerdict, { params: { reviewId }, body: { verdict: 'changes' } })
    await publish(dana, await dana.does(own.makeTemplate, { body: { name, groupId: org.root } }))
    const { template: kept, revision: _, ...text } = template
    await dana.does(own.keepTemplateCopy, { params: { templateId: kept.id }, body: text })
    const follower = { title: `Follows ${name}`, groupId: org.root, template: kept.id }
    await dana.does(courses.createCourse, { body: follower })
  }
  await world.settle()
}

test('whatever is read takes as many questions with four of everything as with twelve', async () => {
  const { params, ...where } = await place()
  const asked = vi.spyOn(pg.Client.prototype, 'query')
  const questionsOf = async () => {
    const counts: Record<string, { questions: number; items: number | undefined }> = {}
    for (const endpoint of reads) {
      const limited = 'limit' in ((endpoint.query as { shape?: object }).shape ?? {}) && { limit: '100' }
      const input = { params: paramsFor(endpoint, params), query: { ...queryFor(endpoint), ...limited } }
      // The second time, what is kept in memory is there, as it is for everybody but the first.
      await send(world.cairn, where.dana.cookie, endpoint, input as never)
      asked.mockClear()
      const response = await send(world.cairn, where.dana.cookie, endpoint, input as never)
      const { items } = (await response.json()) as { items?: unknown[] }
      counts[endpoint.name] = { questions: asked.mock.calls.length, items: items?.length }
    }
    return counts
  }
  await grow(where, 1)
  const few = await questionsOf()
  for (const round of [2, 3]) await grow(where, round)
  const many = await questionsOf()
  asked.mockRestore()
  for (const { name } of reads) expect([name, many[name]?.questions]).toEqual([name, few[name]?.questions])
  const most = Math.max(...Object.values(many).map(({ questions }) => questions))
  expect(most).toBeLessThanOrEqual(12)
  const grown = reads
    .filter(({ name }) => (many[name]?.items ?? 0) > (few[name]?.items ?? 0))
    .map(({ name }) => name)
  expect(grown).toEqual(
    expect.arrayContaining([
      'listNeeds',
      'listCourses',
      'listCourseReviews',
      'listWaitingReviews',
      'listLearners',
      'listMyLearning',
      'listCourseComments',
      'listKudos',
      'listBonuses',
      'listPayrollExports',
      'listBadges',
      'listRewards',
      'listRedemptions',
      'listMyRedemptions',
      'listRules',
      'listMemberBadges',
      'listInvitations',
      'listMembers',
      'listVolunteers',
      'listGroups',
      'getFeed',
      'listPosts',
      'listOfficeHours',
      'listVersions',
      'listVoices',
      'listJourneys',
    ]),
  )
})
