import { parse } from 'yaml'
import { z } from 'zod'
import { setBoardSettings } from '#recognition/board.contract.ts'
import { bonusKind, setBonusSettings } from '#recognition/bonus.contract.ts'
import { designReward } from '#recognition/reward.contract.ts'
import { type makeRule, role } from '#recognition/rule.contract.ts'
import { addKudosValue, setRecognition } from '#recognition/settings.contract.ts'
import { demoFile } from './material.ts'

const key = z.string()
const day = z.number()
const done = { by: key, day }

/** What somebody asked points to be redeemed for, and what became of it. */
const asked = z.object({
  who: key,
  day,
  to: key.optional(),
  words: z.string().default(''),
  moves: z
    .array(
      z.object({
        ...done,
        to: z.enum(['approved', 'declined', 'cancelled', 'fulfilled']),
        words: z.string().default(''),
      }),
    )
    .default([]),
})
const draw = z.object({
  ...done,
  pieces: z.number().int(),
  /** One that closes after the last day is open when visitors come. */
  closes: day,
  entries: z.array(z.object({ who: key, day })),
})
const reward = designReward.body.omit({ from: true, until: true, groupIds: true }).extend({
  ...done,
  key,
  isDrawn: z.boolean().default(false),
  asked: z.array(asked).default([]),
  draws: z.array(draw).default([]),
})
const rule = z.object({
  ...done,
  /** The day on which it is switched on; a draft has none. */
  on: day.optional(),
  /** What it awards, by what the badge is called. */
  badge: z.object({ name: z.string(), level: z.number().int(), to: role }).optional(),
  /** Read whole when it is made: what makes a rule sound is said there. */
  text: z.custom<Omit<z.input<typeof makeRule.body>, 'badge'>>(),
})
const proposal = z.object({
  ...done,
  ...{ to: key, group: key, kind: bonusKind, amount: z.number().int(), reason: z.string() },
  decisions: z.array(
    z.object({ ...done, verdict: z.enum(['approve', 'decline']), note: z.string().default('') }),
  ),
})
const recognition = z.object({
  terms: setRecognition.body.extend(done),
  values: z.array(addKudosValue.body.extend({ key })),
  rules: z.array(rule),
  rewards: z.array(reward),
  bonuses: z.object({
    ...done,
    terms: setBonusSettings.body,
    /** In hundredths of the currency, and in minutes. */
    budgets: z.array(z.object({ group: key, money: z.number().int(), time: z.number().int() })),
    proposed: z.array(proposal),
    payroll: z.array(z.object(done)),
  }),
  boards: setBoardSettings.body.extend({ ...done, left: z.array(z.object({ who: key, day })) }),
  /** Each tells of the month before the day on which it is posted. */
  celebrations: z.array(z.object({ ...done, words: z.string() })),
})
export type Recognition = z.output<typeof recognition>

export const readRecognition = (): Recognition =>
  recognition.parse(parse(demoFile('recognition.yaml').toString('utf8')))
