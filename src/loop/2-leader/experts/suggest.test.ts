import { expect, test } from 'vitest'
import { raiseNeed } from '#need/contract.ts'
import { endMembership } from '#people/contract.ts'
import { giveKudos } from '#recognition/contract.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { askExperts } from '../asking.contract.ts'
import { claimNeed, leaveDetection, suggestExperts } from '../contract.ts'
import { removeProfile, setProfile } from '../expert.contract.ts'
import { setPurpose } from '../purpose.contract.ts'
import { computeRadar } from '../radar.contract.ts'
import { addTopic, mergeTopic } from '../topic.contract.ts'

const world = openWorld()

/** A company with the topic of torque calibration, Mei who asks about it, and Dana who says she can help with it. */
async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const [mei, dana] = [await org.person('Mei Tanaka'), await org.person('Dana Reyes')]
  const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque calibration', words: [] } })
  await says(dana, topicId)
  const raise = async (groupId = org.root, who = mei) => {
    const body = { title: 'Torque calibration, how often?', details: '', groupId }
    const { id: needId } = await who.does(raiseNeed, { body })
    await world.settle()
    return { params: { needId } }
  }
  return { org, admin, mei, dana, topicId, raise }
}

const says = (who: Person, topicId: string) =>
  who.does(setProfile, {
    body: {
      ...{ helpsWith: 'Ask me', topicIds: [topicId], languages: ['en'], availability: 'open' },
      until: null,
    },
  })

type Aim = { params: { needId: string } }
const suggestedTo = async (who: Person, at: Aim) =>
  (await who.does(suggestExperts, at)).items.map(({ member, reasons }) => [
    member.name,
    ...reasons.map(({ kind }) => kind),
  ])

/** So many thank somebody for what they did about a need, each of them once, and everybody's help is counted. */
async function helped(
  org: Organization,
  admin: Person,
  who: Person,
  count: number,
  { params: { needId } }: Aim,
) {
  for (let at = 0; at < count; at += 1) {
    const one = await org.person(`${who.name} ${at}`)
    const body = { toIds: [who.id], needId, reason: 'You sat down with me' }
    await one.does(giveKudos, { body })
  }
  await world.settle()
  await admin.does(computeRadar)
  await world.settle()
}

test('who says in their profile that they can help with the topic of a need is suggested, in so many words', async () => {
  const { mei, dana, raise } = await company()
  const { items } = await mei.does(suggestExperts, await raise())
  expect(items).toEqual([
    {
      member: { id: dana.id, name: 'Dana Reyes', title: '' },
      score: expect.any(Number),
      reasons: [
        {
          ...{ kind: 'said', words: 'Torque calibration', subject: 'member', subjectId: dana.id },
          at: expect.stringMatching(/^2026-03-02/),
        },
      ],
    },
  ])
})

test('it stands behind a trace of the same strength, and comes on top of one’s own', async () => {
  const { org, mei, dana, topicId, raise } = await company()
  const [kofi, zoe] = [await org.person('Kofi Mensah', 'leader'), await org.person('Zoe Adler', 'leader')]
  for (const one of [kofi, zoe]) {
    await one.does(claimNeed, await raise())
    await world.settle()
  }
  await says(zoe, topicId)
  expect(await suggestedTo(mei, await raise())).toEqual([
    ['Zoe Adler', 'claimed', 'said'],
    ['Kofi Mensah', 'claimed'],
    ['Dana Reyes', 'said'],
  ])
  await dana.does(removeProfile)
  expect(await suggestedTo(mei, await raise())).toHaveLength(2)
})

test('what one says is one’s own word: it stands for who takes no part in detection, and while that is off', async () => {
  const { admin, mei, dana, raise } = await company()
  const at = await raise()
  await dana.does(leaveDetection)
  const body = { isOn: false, legalNote: '', keepDays: 90, seenBy: 'managers' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body })
  expect(await suggestedTo(mei, at)).toEqual([['Dana Reyes', 'said']])
})

test('a topic that was merged is the one it was merged into', async () => {
  const { admin, mei, topicId, raise } = await company()
  const at = await raise()
  const { id: into } = await admin.does(addTopic, { body: { name: 'Calibration', words: [] } })
  await admin.does(mergeTopic, { params: { topicId }, body: { into } })
  expect((await mei.does(suggestExperts, at)).items[0]?.reasons).toMatchObject([{ words: 'Calibration' }])
})

test('nobody is suggested who left, who raised it, who reads, or who may not enter its group', async () => {
  const { org, admin, mei, dana, topicId, raise } = await company()
  await says(mei, topicId)
  const at = await raise()
  expect(await suggestedTo(dana, at)).toEqual([])
  const secret = await org.group('Secret', { private: true })
  const ann = await org.person('Ann Other', 'learner', secret)
  await org.grant(mei.id, secret, 'learner')
  await says(ann, topicId)
  const hidden = await raise(secret)
  expect(await suggestedTo(mei, hidden)).toEqual([['Ann Other', 'said']])
  expect(await dana.isRefused(suggestExperts, hidden)).toMatchObject({ status: 404 })
  await admin.does(endMembership, { params: { memberId: dana.id } })
  expect(await suggestedTo(mei, at)).toEqual([['Ann Other', 'said']])
})

test('who was counted to help with the topic is said to, where that is shown and enough were helped', async () => {
  const { org, admin, mei, raise } = await company()
  const [kofi, zoe] = [await org.person('Kofi Mensah'), await org.person('Zoe Adler')]
  const at = await raise()
  await helped(org, admin, zoe, 2, at)
  await helped(org, admin, kofi, 3, at)
  const reasonsFor = async (who: Person) =>
    Object.fromEntries((await suggestedTo(who, at)).map(([name, ...kinds]) => [name, kinds]))
  const told = await reasonsFor(admin)
  expect([told['Kofi Mensah']?.[0], told['Zoe Adler']?.includes('helped')]).toEqual(['helped', false])
  // Managers see it as it is usual; Mei is none.
  expect((await reasonsFor(mei))['Kofi Mensah']).not.toContain('helped')
  const body = { isOn: true, legalNote: 'Agreed', keepDays: 90, seenBy: 'everyone' as const }
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body })
  expect((await reasonsFor(mei))['Kofi Mensah']).toContain('helped')
  await kofi.does(leaveDetection)
  expect((await reasonsFor(admin))['Kofi Mensah']).toBeUndefined()
  await admin.does(setPurpose, { params: { purpose: 'detection' }, body: { ...body, isOn: false } })
  expect(await reasonsFor(admin)).toEqual({ 'Dana Reyes': ['said'] })
})

test('who asks about somebody else’s need is not asked themselves', async () => {
  const { mei, dana, raise } = await company()
  const at = await raise()
  const { asking } = await dana.does(askExperts, { ...at, body: { firstId: null } })
  expect(asking?.asked.map(({ member }) => member.id)).toEqual([])
  expect(await suggestedTo(mei, at)).toEqual([['Dana Reyes', 'said']])
})
