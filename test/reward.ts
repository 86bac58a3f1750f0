import { createHash } from 'node:crypto'
import { type post as booking, findBroken, post } from '#recognition'
import * as recognition from '#recognition/contract.ts'
import * as draws from '#recognition/draw.contract.ts'
import * as ledger from '#recognition/ledger.contract.ts'
import * as redemptions from '#recognition/redemption.contract.ts'
import * as rewards from '#recognition/reward.contract.ts'
import type { Organization, Person } from './organization.ts'
import type { World } from './world.ts'

type Design = Parameters<typeof booking>[1]
/** What a reward is where a test says nothing else: ten points, three pieces, for everybody, and nobody has to agree. */
export const usual = {
  ...{
    name: 'A mug',
    about: 'Stoneware, half a litre.',
    kind: 'thing' as const,
    price: 10,
    pieces: 3 as number | null,
  },
  ...{
    limit: null,
    approval: 'none' as const,
    from: null,
    until: null,
    isDrawn: false,
    groupIds: [] as string[],
  },
}

/** Gives people points, as a rule or thanks would. */
export const fund = (org: Organization, points: number, ...people: { id: string }[]) =>
  org.as(async (scope) => {
    const issue = { kind: 'issue', unit: 'points', ownerId: org.id } as const
    for (const { id } of people) {
      const own = { kind: 'points', unit: 'points', ownerId: id } as const
      const posting: Design = {
        ...{ kind: 'kudos', key: `fund ${crypto.randomUUID()}`, about: {} },
        legs: [
          { account: issue, amount: -points },
          { account: own, amount: points },
        ],
      }
      await post(scope, posting)
    }
  })

/** An organization with two groups and people in them who have a hundred points each. */
export async function shop(world: World, points = 100) {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const [admin, lena, mei, kofi] = [
    await org.admin(),
    await org.person('Lena Vogt', 'manager', lab),
    await org.person('Mei Tanaka', 'learner', lab),
    await org.person('Kofi Mensah', 'learner', await org.group('Sales')),
  ]
  await fund(org, points, lena, mei, kofi)
  const design = (more: object = {}) => admin.does(rewards.designReward, { body: { ...usual, ...more } })
  return { org, lab, admin, lena, mei, kofi, design }
}

type Wish = { toId?: string; words?: string; price?: number }
const asked = (reward: { id: string; price: number }, more: Wish) => ({
  ...{ params: { rewardId: reward.id }, body: { price: reward.price, ...more } },
})
export const redeem = (
  who: Person,
  reward: { id: string; price: number },
  more: Wish & { key?: string } = {},
) => {
  const { key, ...body } = more
  return who.does(redemptions.redeemReward, { ...asked(reward, body), ...(key && { key }) })
}
/** The code of why somebody cannot have it. */
export const cannot = async (who: Person, reward: { id: string; price: number }, more: Wish = {}) => {
  const problem = await who.isRefused(redemptions.redeemReward, asked(reward, more))
  return problem.faults?.[0]?.code ?? problem.code
}
export const at = ({ id: redemptionId }: { id: string }) => ({ params: { redemptionId } })

/** How many points somebody has. */
export const pointsOf = async (who: Person) =>
  (await who.does(ledger.listAccounts)).items.find(({ kind }) => kind === 'points')?.balance ?? 0
/** How many pieces are left of a reward. */
export const leftOf = async (who: Person, { id }: { id: string }) =>
  (await who.does(rewards.getReward, { params: { rewardId: id } })).left
export const proof = (org: Organization) => org.as(findBroken)

/** A reward of one point that somebody has, who was given it by another. */
export async function redeemed(admin: Person, from: Person, to: Person) {
  const thanks = { toIds: [to.id], reason: 'For all the help', points: 1 }
  await from.does(recognition.giveKudos, { body: thanks })
  const reward = await admin.does(rewards.designReward, { body: { ...usual, price: 1 } })
  const { id: redemptionId } = await redeem(to, reward)
  const { drawId } = await drawsIn(admin, [])
  await enter(to, { id: drawId })
  await enter(from, { id: drawId })
  return { rewardId: reward.id, redemptionId, drawId }
}

/** Thirty-two bytes by some words. */
export const nonceOf = (words: string): string => createHash('sha256').update(words).digest('hex')

type Designing = (more?: object) => Promise<rewards.Reward>

/** A reward that is drawn, and its draw, which closes in an hour. */
export async function drawIn(
  world: Pick<World, 'now'>,
  admin: Person,
  design: Designing,
  { drawn, ...more }: { drawn?: number; pieces?: number; limit?: object; groupIds?: string[] } = {},
) {
  const reward = await design({ name: 'A season pass', isDrawn: true, pieces: 3, ...more })
  const closesAt = new Date(world.now().getTime() + 3_600_000).toISOString()
  const body = { pieces: drawn ?? Math.min(2, reward.left ?? 2), closesAt }
  const draw = await admin.does(draws.openDraw, { params: { rewardId: reward.id }, body })
  return { reward, draw }
}
export const enter = (who: Person, draw: { id: string }, words = who.id) =>
  who.does(draws.enterDraw, { params: { drawId: draw.id }, body: { nonce: nonceOf(words) } })

const secret = { ...usual, name: 'A secret reward', about: 'Of a secret shelf', price: 1 }

/** A reward for the private group of a setting, points for the insider to have it, and a request of the author’s that waits. */
export async function rewardsIn(
  { admin, author, insider }: { admin: Person; author: Person; insider: Person },
  groupId: string,
) {
  const reason = 'For all the patience'
  await admin.does(recognition.giveKudos, { body: { toIds: [author.id, insider.id], reason, points: 9 } })
  const body = { ...secret, groupIds: [groupId], approval: 'managers' as const }
  const reward = await admin.does(rewards.designReward, { body })
  const { id: redemptionId } = await redeem(author, reward, { words: 'A secret wish' })
  return { rewardId: reward.id, redemptionId, ...(await drawsIn(admin, [groupId])) }
}

/** A draw that is open, and a reward whose draw is still to be opened. */
async function drawsIn(admin: Person, groupIds: string[]) {
  const body = { ...secret, groupIds, isDrawn: true }
  const { id: rewardId } = await admin.does(rewards.designReward, { body })
  const other = await admin.does(rewards.designReward, { body })
  const { id } = await admin.does(draws.openDraw, {
    params: { rewardId },
    body: draws.openDraw.example as never,
  })
  return { drawId: id, drawnRewardId: other.id }
}
