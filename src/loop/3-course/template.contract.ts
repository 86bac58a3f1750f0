import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'

/** A part of a course that its template asks for; see `Part` of document/parts.ts. */
const part = z.object({
  id: z.string(),
  stepId: z.string(),
  type: z.string(),
  hint: z.string(),
  right: z.string().optional(),
  wrong: z.string().optional(),
  placeholder: z.string().optional(),
  isRequired: z.boolean(),
})

/** The template that a course follows, as it was when the course was begun or took over a newer version of it. */
export const followed = z.object({
  /** The key of one that comes with Cairn, else the id of the organization's own. */
  key: z.string(),
  name: z.string(),
  version: z.number().int(),
  objective: z.string(),
  parts: z.array(part),
  /** Of an own one: which of its blocks and steps became which of the course. */
  made: z.record(z.string(), z.string()).optional(),
})
export type Followed = z.output<typeof followed>

export const listTemplates = endpoint('listTemplates', {
  method: 'GET',
  path: '/templates',
  summary:
    'Templates to begin a course of a group from, in a language: those that come with Cairn, and own ones of the group and above it',
  access: 'signed-in',
  query: z.strictObject({
    language: z.enum(['en', 'fr']).default('en'),
    groupId: id().optional().describe('left out, only those that come with Cairn'),
  }),
  returns: z.object({
    items: z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          /** What it is for. */
          for: z.string(),
          version: z.number().int(),
          /** Whose own it is; null for those that come with Cairn. */
          group: z.object({ id: id(), name: z.string() }).nullable(),
          /** What to say as the objective of a course made from it. */
          objective: z.string(),
          steps: z.array(z.string()),
        }),
      )
      .max(150),
  }),
})
