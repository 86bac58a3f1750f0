import { expect } from 'vitest'
import * as demo from '#app/demo/contract.ts'
import { makeCampaign } from '#campaigns/campaign.contract.ts'
import { listPosts } from '#community/contract.ts'
import * as courses from '#course/contract.ts'
import * as own from '#course/own-template.contract.ts'
import { listMySurveys } from '#leader/survey.contract.ts'
import * as needs from '#need/contract.ts'
import * as access from '#people/access.contract.ts'
import * as people from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import { listBadges, listMemberBadges } from '#recognition/badge.contract.ts'
import { shareBadge } from '#recognition/credential.contract.ts'
import { listDraws } from '#recognition/draw.contract.ts'
import { listRewards } from '#recognition/reward.contract.ts'
import { listRules } from '#recognition/rule.contract.ts'
import { letterTo } from '#test/letter.ts'
import { tokenMailedTo } from '#test/mailbox.ts'
import { type Person, personWith, send } from '#test/organization.ts'
import type { World } from '#test/world.ts'
import * as reviews from '#validation/contract.ts'

export type DemoPeople = Record<demo.DemoRole, Person>

/** Enters the demo, which stands in this world already, in each of its roles. */
export async function enterTheDemo(world: World): Promise<DemoPeople> {
  const entries = demo.demoRoles.map(async (as) => {
    const response = await send(world.cairn, '', demo.enterDemo, { body: { as } })
    expect(response.status).toBe(201)
    const { member } = (await response.json()) as { member: Omit<Person, 'cookie'> }
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return [as, personWith(world.cairn, { ...member, cookie })] as const
  })
  return Object.fromEntries(await Promise.all(entries)) as DemoPeople
}

/** A value for each parameter of an address of the client, of things that the demo has. */
export async function thingsOf({ learner, leader, reviewer, admin }: DemoPeople) {
  const published = (await leader.does(courses.listMyCourses)).items.find(
    ({ state }) => state === 'published',
  )
  const courseId = published?.id ?? ''
  const { outline } = await leader.does(courses.getCourse, { params: { courseId } })
  const [need] = (await leader.does(needs.listNeeds)).items
  const [review] = (await reviewer.does(reviews.listWaitingReviews)).items
  const [survey] = (await learner.does(listMySurveys)).items
  const { items: groups } = await admin.does(people.listGroups)
  const found = {
    courseId,
    stepId: outline[1]?.id,
    needId: need?.id,
    reviewId: review?.id,
    surveyId: survey?.id,
    groupId: groups.at(-1)?.id,
    campaignId: await campaignBy(admin, groups[0]?.id ?? ''),
    memberId: leader.id,
    postId: (await leader.does(listPosts)).items.at(-1)?.id,
    templateId: await templateBy(admin),
    sharedBadge: await linkOf(leader),
    ...{ month: '2026-01', year: '2026' },
    ...(await rewardsOf(admin)),
    ruleId: (await admin.does(listRules)).items.find(({ active }) => active)?.id,
    badgeId: (await admin.does(listBadges)).items[0]?.id,
    stage: 'learning',
    practice: 'wrench-check',
  }
  for (const [name, value] of Object.entries(found)) expect([name, value]).not.toEqual([name, undefined])
  return found as Record<keyof typeof found, string>
}

/** A campaign that an administrator has begun with a ready one. */
async function campaignBy(admin: Person, groupId: string): Promise<string> {
  const body = { name: 'Call for leaders', groupId, from: { is: 'ready', key: 'leaders' } } as const
  return (await admin.does(makeCampaign, { body })).id
}

/** The public link to a badge of somebody’s own. */
async function linkOf(who: Person): Promise<string | undefined> {
  const { items } = await who.does(listMemberBadges, { params: { memberId: who.id } })
  const { token } = await who.does(shareBadge, { params: { awardId: items[0]?.id ?? '' } })
  return token ?? undefined
}

/** A reward of which there are few, and two draws of another: one that is open, and one that is over. */
async function rewardsOf(admin: Person) {
  const { items } = await admin.does(listRewards)
  const scarce = items.find(({ isDrawn, left }) => !isDrawn && left !== null)
  const drawn = items.find(({ isDrawn }) => isDrawn)
  const draws = (await admin.does(listDraws, { params: { rewardId: drawn?.id ?? '' } })).items
  const [open, over] = [draws.find(({ drawnAt }) => !drawnAt), draws.find(({ drawnAt }) => drawnAt)]
  return { rewardId: scarce?.id, drawId: open?.id, drawnId: over?.id }
}

/** A template for everybody, which the demo has none of. */
async function templateBy(admin: Person): Promise<string> {
  const { items } = await admin.does(people.listGroups)
  const body = { name: 'At the bench', groupId: items[0]?.id ?? '' }
  const { template, revision } = await admin.does(own.makeTemplate, { body })
  await admin.does(own.publishTemplate, { params: { templateId: template.id }, body: { revision } })
  return template.id
}

/** A way to a new password and an invitation, as two people have them in their mail; the demo sends nobody mail. */
export async function mailedLinks(
  world: World,
): Promise<{ reset: string; invitation: string; letter: string }> {
  const org = await world.organization()
  const [admin, learner] = [await org.admin(), await org.person('Mara Lindholm')]
  await learner.does(access.askPasswordReset, { body: { email: learner.email } })
  const invited = {
    email: 'new@northwind.example',
    name: 'Noor Alvi',
    role: 'learner',
    locale: 'en',
  } as const
  await admin.does(invitations.inviteMember, { body: { ...invited, groupId: org.root } })
  return {
    reset: await tokenMailedTo(world, learner.email),
    invitation: await tokenMailedTo(world, invited.email),
    letter: await letterTo(org, learner),
  }
}
