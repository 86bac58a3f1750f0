import { describe, expect, test } from 'vitest'
import { getCourse } from '#course/contract.ts'
import { nominate } from '#leader/nomination.contract.ts'
import { completeStep } from '#learning/contract.ts'
import { commentOnCourse } from '#learning/talk.contract.ts'
import * as people from '#people/contract.ts'
import { bodyOf, campaignOf, launched, step } from '#test/campaign.ts'
import { documentOf, published, words } from '#test/course.ts'
import { openWorld } from '#test/world.ts'
import { volunteerNow } from '#volunteers/contract.ts'
import * as campaigns from '../campaign.contract.ts'
import type { Condition } from '../language.ts'
import { answerCampaign } from '../taking-part.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  await org.person('Bo Second', 'admin')
  return { org, admin, mei: await org.person('Mei Tanaka') }
}
const at = (campaignId: string) => ({ params: { campaignId } })

describe('the audience', () => {
  test('is counted as it is now, by every condition and its opposite', async () => {
    const { org, admin, mei } = await company()
    await org.person('Dana Reyes', 'leader')
    await mei.does(people.changeMember, {
      params: { memberId: mei.id },
      body: { title: 'Torque engineer', locale: 'fr' },
    })
    const { id, version } = await campaignOf(admin, org.root, bodyOf([step('why')]))
    let at_ = version
    const count = async (...conditions: Condition[]) => {
      const body = bodyOf([step('why')], { audience: { groupIds: [], match: 'all', conditions } })
      const changed = { ...at(id), body: { version: at_, name: 'Call for leaders', body } }
      at_ = (await admin.does(campaigns.changeCampaign, changed)).version
      return (await admin.does(campaigns.countAudience, at(id))).count
    }
    expect(await count()).toBe(4)
    const asked: [Omit<Condition, 'not'>, number][] = [
      [{ is: 'role', roles: ['leader'] } as never, 1],
      [{ is: 'title', has: 'TORQUE' } as never, 1],
      [{ is: 'title', has: '100%_' } as never, 0],
      [{ is: 'language', locale: 'fr' } as never, 1],
      [{ is: 'joined', days: 30 } as never, 4],
      [{ is: 'completed', days: 30 } as never, 0],
      [{ is: 'published', days: 30 } as never, 0],
      [{ is: 'helped', days: 30 } as never, 0],
      [{ is: 'volunteer' } as never, 0],
      [{ is: 'nominee' } as never, 0],
    ]
    for (const [condition, expected] of asked) {
      const counted = [
        await count({ ...condition, not: false } as Condition),
        await count({ ...condition, not: true } as Condition),
      ]
      expect([condition.is, ...counted]).toEqual([condition.is, expected, 4 - expected])
    }
    // Mei changed herself, and everybody else has not been here but by the hand of the administrator.
    const active = await count({ is: 'active', days: 30, not: false })
    expect(active).toBeGreaterThanOrEqual(2)
    expect(active + (await count({ is: 'active', days: 30, not: true }))).toBe(4)
  })

  test('is who really did what a condition asks, by name, and of several conditions all or any', async () => {
    const { org, admin, mei } = await company()
    const [dana, kofi] = [await org.person('Dana Reyes', 'leader'), await org.person('Kofi Mensah')]
    const courseId = await published(org, dana, documentOf({ s1: [words('p1', 'Warm it up')] }), org.root)
    const { outline } = await kofi.does(getCourse, { params: { courseId } })
    const stepId = outline[0]?.id ?? ''
    await kofi.does(completeStep, { params: { courseId, stepId } })
    const question = { params: { courseId }, body: { body: 'How warm?' } }
    const { id: parentId } = await kofi.does(commentOnCourse, question)
    const reply = { params: { courseId }, body: { body: 'As warm as your hand.', parentId } }
    await mei.does(commentOnCourse, reply)
    await mei.does(volunteerNow, { body: {} })
    const reason = 'Everybody asks him first.'
    await dana.does(nominate, { body: { memberId: kofi.id, groupId: org.root, reason } })
    const { id: earlier } = await launched(
      admin,
      org.root,
      bodyOf([step('why', { channel: 'feed' })]),
      'Earlier',
    )
    await world.settle()
    await kofi.does(answerCampaign, { ...at(earlier), body: { answer: 'later' } })
    const { id, version } = await campaignOf(admin, org.root, bodyOf([step('why')]))
    let at_ = version
    const who = async (match: 'all' | 'any', ...conditions: Condition[]) => {
      const body = bodyOf([step('why')], { audience: { groupIds: [], match, conditions } })
      const changed = { ...at(id), body: { version: at_, name: 'Call for leaders', body } }
      at_ = (await admin.does(campaigns.changeCampaign, changed)).version
      const { count, sample } = await admin.does(campaigns.countAudience, at(id))
      expect(sample).toHaveLength(count)
      return sample.map(({ name }) => name)
    }
    const not = false
    const finished = { is: 'completed', days: 7, not } as const
    const wrote = { is: 'published', days: 7, not } as const
    expect(await who('all', finished)).toEqual(['Kofi Mensah'])
    expect(await who('all', wrote)).toEqual(['Dana Reyes'])
    expect(await who('all', { is: 'helped', days: 30, not })).toEqual(['Mei Tanaka'])
    expect(await who('all', { is: 'volunteer', not })).toEqual(['Mei Tanaka'])
    expect(await who('all', { is: 'nominee', not })).toEqual(['Kofi Mensah'])
    const answered = { is: 'answered', campaignId: earlier, not } as const
    expect(await who('all', { ...answered, answer: 'later' })).toEqual(['Kofi Mensah'])
    expect(await who('all', { ...answered, answer: 'interested' })).toEqual([])
    expect(await who('any', finished, wrote)).toEqual(['Dana Reyes', 'Kofi Mensah'])
    expect(await who('all', finished, wrote)).toEqual([])
    world.pass({ days: 8 })
    expect(await who('any', finished, wrote)).toEqual([])
    // Who said no is told of nobody: there is no audience of them.
    const audience = { groupIds: [], match: 'all', conditions: [{ ...answered, answer: 'no' }] }
    const body = { version: at_, name: 'No', body: { ...bodyOf([step('why')]), audience } }
    expect((await admin.isRefused(campaigns.changeCampaign, { ...at(id), body } as never)).status).toBe(422)
  })
})
