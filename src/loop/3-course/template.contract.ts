import { z } from 'zod'
import { endpoint } from '#platform/http/endpoint'

/** A part of a course that its template asks for; see `Part` of document/parts.ts. */
const part = z.object({
  id: z.string(),
  stepId: z.string(),
  type: z.string(),
  hint: z.string(),
  right: z.string().optional(),
  wrong: z.string().optional(),
  isRequired: z.boolean(),
})

/** The template that a course follows, as it was when the course was begun. */
export const followed = z.object({
  key: z.string(),
  name: z.string(),
  version: z.number().int(),
  objective: z.string(),
  parts: z.array(part),
})
export type Followed = z.output<typeof followed>

export const listTemplates = endpoint('listTemplates', {
  method: 'GET',
  path: '/templates',
  summary: 'Templates to begin a course from, in a language (50 at most)',
  access: 'signed-in',
  query: z.strictObject({ language: z.enum(['en', 'fr']).default('en') }),
  returns: z.object({
    items: z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          /** What it is for. */
          for: z.string(),
          version: z.number().int(),
          /** What to say as the objective of a course made from it. */
          objective: z.string(),
          steps: z.array(z.string()),
        }),
      )
      .max(50),
  }),
})
