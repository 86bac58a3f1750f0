import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, line, listOf, moment, page, prose, whole } from '#platform/http/endpoint'
import { colourNames, shapeNames, trimNames } from './badges/draw.ts'
import { symbolNames } from './badges/symbols.ts'

/** What a badge looks like, chosen from what there is; `badges/draw.ts` draws it. */
const drawing = z.strictObject({
  shape: z.enum(shapeNames),
  colour: z.enum(colourNames),
  symbol: z.enum(symbolNames),
  trim: z.enum(trimNames),
})

const level = z.strictObject({
  name: line(40),
  /** What one must have done for it, beyond what the badge asks for; may be empty. */
  criteria: prose(500).default(''),
})

const words = {
  name: line(60),
  description: prose(300).min(1),
  /** What one must have done. */
  criteria: prose(2000).min(1),
  /** The lowest first. */
  levels: z.array(level).min(1).max(5),
  drawing,
}

const settings = {
  awarders: z
    .enum(['designers', 'managers', 'leaders'])
    .describe(
      'who awards it: only who designs badges; who manages a group, to people of that group; or who leads one, too',
    ),
  isPublic: z.boolean().describe('whether the receiver’s group reads of it in its feed'),
}

export const badge = z.object({
  id: id(),
  /** Counts changes of words and drawing; what was awarded keeps those of then. */
  version: z.number().int(),
  ...words,
  ...settings,
  changedAt: moment(),
  archivedAt: moment().nullable(),
  holders: z.number().int().describe('how many people hold it now, of any level'),
  can: z.object({ change: z.boolean() }),
})
export type Badge = z.output<typeof badge>

/** One award, with the words and the drawing of when it was made. */
export const badgeAward = z.object({
  id: id(),
  badgeId: id(),
  ...words,
  level: z.number().int().describe('from 1; of `levels`'),
  member,
  /** Null: a rule awarded it. */
  awardedBy: member.nullable(),
  reason: z.string().describe('empty to those who may not see the course it names'),
  course: z.object({ id: id(), title: z.string() }).nullable(),
  awardedAt: moment(),
  isShown: z.boolean().describe('whether others see it on the profile'),
  can: z.object({ revoke: z.boolean() }),
})
export type BadgeAward = z.output<typeof badgeAward>

const aBadge = z.strictObject({ badgeId: id() })
const anAward = z.strictObject({ awardId: id() })
const aMember = z.strictObject({ memberId: id() })
const text = { ...words, ...settings }
const example: z.input<z.ZodObject<typeof text>> = {
  name: 'Keeper of the bench',
  description: 'Keeps the instruments of a bench true.',
  criteria: 'You zeroed the instruments of your bench for a quarter, and showed somebody how.',
  levels: [{ name: 'First stone', criteria: '' }],
  drawing: { shape: 'stone', colour: 'pine', symbol: 'cairn', trim: 'ring' },
  awarders: 'managers',
  isPublic: true,
}

export const listBadges = endpoint('listBadges', {
  method: 'GET',
  path: '/badges',
  summary: 'The badges of the organization, newest first',
  access: 'signed-in',
  query: page({ archived: z.enum(['true', 'false']).default('false') }),
  returns: listOf(badge),
})

export const getBadge = endpoint('getBadge', {
  method: 'GET',
  path: '/badges/:badgeId',
  summary: 'One badge, and how many people hold it',
  access: 'signed-in',
  params: aBadge,
  returns: badge,
})

export const designBadge = endpoint('designBadge', {
  method: 'POST',
  path: '/badges',
  summary: 'Design a badge: who manages the whole organization',
  access: 'signed-in',
  body: z.strictObject(text),
  returns: badge,
  problems: ['badge.not-designer', 'badge.too-many'],
  example,
})

export const changeBadge = endpoint('changeBadge', {
  method: 'PUT',
  path: '/badges/:badgeId',
  summary: 'Change a badge on top of the version it was read at; who holds it keeps theirs as it was',
  access: 'signed-in',
  params: aBadge,
  body: z.strictObject({ version: whole(1), ...text }),
  returns: badge,
  problems: ['badge.not-designer', 'badge.changed-elsewhere'],
  example: { version: 1, ...example },
})

export const archiveBadge = endpoint('archiveBadge', {
  method: 'PUT',
  path: '/badges/:badgeId/archive',
  summary: 'Award a badge no more; who holds it keeps it',
  access: 'signed-in',
  params: aBadge,
  problems: ['badge.not-designer'],
})

export const restoreBadge = endpoint('restoreBadge', {
  method: 'DELETE',
  path: '/badges/:badgeId/archive',
  summary: 'Award an archived badge again',
  access: 'signed-in',
  params: aBadge,
  problems: ['badge.not-designer', 'badge.too-many'],
})

export const listBadgeAwards = endpoint('listBadgeAwards', {
  method: 'GET',
  path: '/badges/:badgeId/awards',
  summary: 'Who holds a badge, newest first: for who designs badges',
  access: 'signed-in',
  params: aBadge,
  query: page(),
  returns: listOf(badgeAward),
  problems: ['badge.not-designer'],
})

export const awardBadge = endpoint('awardBadge', {
  method: 'POST',
  path: '/badges/:badgeId/awards',
  summary: 'Award a badge to somebody else; the same level twice changes nothing',
  access: 'signed-in',
  params: aBadge,
  body: z.strictObject({
    memberId: id(),
    level: z.number().int().min(1).max(5).default(1),
    reason: prose(500).min(10),
    courseId: id().nullable().default(null),
  }),
  returns: badgeAward,
  problems: [
    'badge.yourself',
    'badge.not-awarder',
    'badge.archived',
    'badge.no-level',
    'badge.held',
    'badge.higher-held',
    'badge.course-apart',
    'member.not-found',
    'course.not-found',
  ],
  example: {
    memberId: '01890000-0000-7000-8000-000000000000',
    reason: 'You kept bench four true all winter and showed Mei how.',
  },
})

export const revokeBadge = endpoint('revokeBadge', {
  method: 'PUT',
  path: '/badge-awards/:awardId/revocation',
  summary: 'Revoke an award, for good: who made it, or who designs badges',
  access: 'signed-in',
  params: anAward,
  body: z.strictObject({ reason: prose(500).min(10) }),
  problems: ['badge.not-yours-to-revoke', 'badge.revoked'],
  example: { reason: 'It was meant for somebody of the same name.' },
})

export const listMemberBadges = endpoint('listMemberBadges', {
  method: 'GET',
  path: '/members/:memberId/badges',
  summary:
    'The badges somebody holds and shows, newest first, each at its highest level; one’s own are all there',
  access: 'signed-in',
  params: aMember,
  query: page(),
  returns: listOf(badgeAward),
})

export const listAwardableBadges = endpoint('listAwardableBadges', {
  method: 'GET',
  path: '/members/:memberId/awardable-badges',
  summary: 'The badges that the reader may award somebody (100 at most), with the level they hold',
  access: 'signed-in',
  params: aMember,
  returns: z.object({
    items: z.array(badge.extend({ held: z.number().int().describe('0: none') })).max(100),
  }),
})
export type AwardableBadge = z.output<typeof listAwardableBadges.returns>['items'][number]

export const setBadgeShown = endpoint('setBadgeShown', {
  method: 'PUT',
  path: '/badge-awards/:awardId/display',
  summary: 'Say whether others see a badge of one’s own on one’s profile',
  access: 'signed-in',
  params: anAward,
  body: z.strictObject({ isShown: z.boolean() }),
  example: { isShown: false },
})
