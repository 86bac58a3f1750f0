import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { answers } from '#campaigns/taking-part.contract.ts'
import { language } from '#leader/expert.contract.ts'
import { audiences, purposeName } from '#leader/purpose.contract.ts'
import { designBadge } from '#recognition/badge.contract.ts'
import { setPolicy } from '#validation/policy.contract.ts'
import { step } from '#volunteers/contract.ts'

const key = z.string()
const day = z.number()
const role = z.enum(['learner', 'leader', 'reviewer', 'manager', 'admin'])

const cast = z.object({
  organization: z.string(),
  language: z.enum(['en', 'fr']),
  domain: z.string(),
  groups: z.array(
    z.object({
      key,
      name: z.string(),
      parent: key.nullable(),
      colour: z.string(),
      glyph: z.string(),
      private: z.boolean().default(false),
    }),
  ),
  members: z.array(
    z.object({
      key,
      name: z.string(),
      title: z.string(),
      language: z.enum(['en', 'fr']),
      groups: z.array(key),
      roles: z.array(z.object({ group: key, role })),
      protagonist: z.string().optional(),
    }),
  ),
})
export type Cast = z.output<typeof cast>

const need = z.object({
  key,
  title: z.string(),
  details: z.string().default(''),
  group: key,
  by: key,
  day,
  claimed: z.array(z.object({ by: key, day, released: day.optional() })).default([]),
  merged: z.object({ into: key, by: key, day }).optional(),
  closed: z.object({ by: key, day }).optional(),
  voices: z.array(z.object({ by: key, day, reason: z.string().default('') })).default([]),
})
const round = z.object({
  asked: day,
  reviewers: z.array(key),
  note: z.string().default(''),
  // biome-ignore lint/suspicious/noThenProperty: the material's own word; it is never awaited
  earlier: z.array(z.object({ now: z.string(), then: z.string() })).default([]),
  findings: z.array(
    z.object({
      by: key,
      day,
      match: z.string(),
      severity: z.enum(['must', 'should', 'note']),
      body: z.string(),
      suggestion: z.string().nullable().default(null),
      resolution: z.enum(['accepted', 'dismissed']).optional(),
    }),
  ),
  verdicts: z.array(
    z.object({
      by: key,
      day,
      verdict: z.enum(['approve', 'changes', 'comment']),
      note: z.string().default(''),
    }),
  ),
})
const template = z.object({
  key,
  file: z.string(),
  name: z.string(),
  for: z.string(),
  objective: z.string(),
  months: z.number().int(),
  group: key,
  by: key,
  day,
  hints: z.array(z.object({ match: z.string(), hint: z.string() })),
  /** Courses that follow it, with what stands in its first places. */
  courses: z.array(
    z.object({
      ...{ title: z.string(), objective: z.string(), group: key, by: key, day },
      texts: z.array(z.string()),
    }),
  ),
})
/** A badge as it is designed, and who is awarded it. */
const badge = designBadge.body.extend({
  by: key,
  day,
  awards: z.array(
    z.object({ by: key, to: key, day, level: z.number().int(), reason: z.string(), course: key.optional() }),
  ),
})
const fault = z.object({
  course: key,
  kind: z.enum(['outdated', 'unclear', 'wrong', 'long']),
  /** Words of the block that it is said of; of the whole where there are none. */
  match: z.string().optional(),
  said: z.array(z.object({ by: key, day })),
})
const story = z.object({
  days: day,
  needs: z.array(need),
  courses: z.array(z.object({ key, file: z.string(), need: key, drafted: day, rounds: z.array(round) })),
  comments: z.array(
    z.object({
      course: key,
      match: z.string(),
      by: key,
      day,
      text: z.string(),
      /** In a text `@(key)` points to somebody; `accepted` is the day on which whoever asked said that it answered them. */
      replies: z.array(z.object({ by: key, day, text: z.string(), accepted: day.optional() })).default([]),
    }),
  ),
  /** With values by their key; see recognition.yaml. */
  kudos: z.array(
    z.object({
      ...{ from: key, to: key, day, reason: z.string(), course: key.optional(), value: key.optional() },
      points: z.number().int().default(0),
      isCommendation: z.boolean().default(false),
    }),
  ),
  /** Who takes no part in finding out who knows what. */
  absent: z.array(z.object({ who: key, day })),
  /** Who was proposed as a leader, and still waits to be asked. */
  nominations: z.array(z.object({ member: key, group: key, by: key, day, reason: z.string() })),
  /** Who wants to share what they know, what they chose to begin with, and who greeted them. */
  volunteers: z.array(
    z.object({
      ...{ who: key, group: key, day, step },
      greeted: z.object({ by: key, day, words: z.string() }).optional(),
    }),
  ),
  /** Campaigns begun with one that is ready, by its key, and how many days after their launch they have a step. */
  campaigns: z.array(
    z.object({
      ...{ name: z.string(), ready: z.string(), by: key, launched: day },
      steps: z.array(z.number().int()),
      opened: z.array(z.object({ who: key, day })),
      answers: z.array(
        z.object({
          ...{ who: key, day, answer: z.enum(answers), step: step.optional() },
          greeted: z.object({ by: key, day, words: z.string() }).optional(),
        }),
      ),
    }),
  ),
  /** The leaders’ academy, and who went through how many of its courses. */
  academy: z.object({
    ...{ by: key, day, language: z.enum(['en', 'fr']) },
    learners: z.array(z.object({ who: key, day, courses: z.number().int() })),
  }),
  /** What people know things about, as the administrator named it on the first day. */
  topics: z.array(z.object({ name: z.string(), words: z.array(z.string()) })),
  /** What the organization decided to find out about its people, by what right. */
  purposes: z.array(
    z.object({
      purpose: purposeName,
      by: key,
      day,
      isOn: z.boolean(),
      legalNote: z.string(),
      keepDays: z.number().int(),
      seenBy: z.enum(audiences),
    }),
  ),
  /** What people say they can help with, on which topics. */
  profiles: z.array(
    z.object({
      who: key,
      day,
      helpsWith: z.string(),
      topics: z.array(z.string()),
      languages: z.array(language),
      availability: z.enum(['open', 'busy', 'away']).default('open'),
    }),
  ),
  /** Surveys of who helps whom, and what was answered. */
  surveys: z.array(
    z.object({
      key,
      group: key,
      by: key,
      opened: day,
      days: z.number().int(),
      closed: day.optional(),
      answers: z.array(
        z.object({ by: key, day, names: z.array(z.object({ who: key, topic: z.string().default('') })) }),
      ),
    }),
  ),
  /** What groups ask of the review of their courses. */
  policies: z.array(
    setPolicy.body.omit({ namedIds: true }).extend({ group: key, by: key, day, named: z.array(key) }),
  ),

  badges: z.array(badge),
  templates: z.array(template),
  faults: z.array(fault),
  leaving: z.array(z.object({ who: key, by: key, day })),
  learning: z.array(z.object({ who: key, course: key, day, done: z.number().int().nullable() })),
  waves: z.array(
    z.object({
      course: key,
      groups: z.array(key),
      from: day,
      days: day,
      start: z.number(),
      finish: z.number(),
    }),
  ),
})
export type Story = z.output<typeof story>
export type Round = z.output<typeof round>

const folder = new URL('../../../content/demo/', import.meta.url)

/** A file of the demo's material. */
export const demoFile = (path: string): Buffer => readFileSync(fileURLToPath(new URL(path, folder)))

const read = (path: string): unknown => parse(demoFile(path).toString('utf8'))
export const readCast = (): Cast => cast.parse(read('meridian.yaml'))
export const readStory = (): Story => story.parse(read('story.yaml'))
