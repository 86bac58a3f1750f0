import { z } from 'zod'
import { endpoint, id, whole } from '#platform/http/endpoint'
import { levels, ruleNames } from './charter/names.ts'

const aGroup = z.object({ id: id(), name: z.string() })

/** One rule as it holds for the courses of a group. */
export const charterRule = z.object({
  rule: z.enum(ruleNames),
  level: z.enum(levels),
  figure: z.number().int().nullable(),
  /** Within what the figure may be set; null for a rule that has none. */
  range: z.object({ least: z.number().int(), most: z.number().int() }).nullable(),
  /** Which group says so: this one, or the nearest above it; null where none does. */
  from: aGroup.nullable(),
})
export type CharterRule = z.output<typeof charterRule>

const charter = z.object({
  group: aGroup,
  rules: z.array(charterRule).length(ruleNames.length),
  can: z.object({ change: z.boolean() }),
})
export type Charter = z.output<typeof charter>

export const getCharter = endpoint('getCharter', {
  method: 'GET',
  path: '/groups/:groupId/charter',
  summary: 'The quality charter that holds for the courses of a group, rule by rule',
  access: 'signed-in',
  params: z.strictObject({ groupId: id() }),
  returns: charter,
})

const aRule = z.strictObject({ groupId: id(), rule: z.enum(ruleNames) })

export const setCharterRule = endpoint('setCharterRule', {
  method: 'PUT',
  path: '/groups/:groupId/charter/:rule',
  summary:
    'Switch a rule off, have it warn or stop, and set its figure, for a group and those below that say nothing else',
  access: 'signed-in',
  params: aRule,
  body: z.strictObject({ level: z.enum(levels), figure: whole(0).nullable().default(null) }),
  returns: charter,
  problems: ['charter.not-yours', 'charter.figure', 'charter.no-figure'],
  example: { level: 'warn', figure: null },
})

export const leaveCharterRule = endpoint('leaveCharterRule', {
  method: 'DELETE',
  path: '/groups/:groupId/charter/:rule',
  summary: 'Say nothing of a rule any more: what holds above holds here',
  access: 'signed-in',
  params: aRule,
  returns: charter,
  problems: ['charter.not-yours'],
})

export const listPictureContrasts = endpoint('listPictureContrasts', {
  method: 'GET',
  path: '/courses/:courseId/picture-contrasts',
  summary:
    'The pictures of one’s own course whose words stand out little, as far as can be told, the palest first',
  access: 'signed-in',
  params: z.strictObject({ courseId: id() }),
  returns: z.object({
    items: z
      .array(
        z.object({
          /** The file. */
          id: id(),
          /** As WCAG 2.2 reckons it: so many to one, 1 to 21. */
          contrast: z.number(),
        }),
      )
      .max(200),
  }),
  problems: ['course.not-yours'],
})
