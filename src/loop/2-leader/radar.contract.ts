import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page } from '#platform/http/endpoint'
import { fewest } from './fewest.contract.ts'
import { signalKinds } from './signals/kinds.ts'

const topicName = z.object({ id: id(), name: z.string() })

/** One kind of help on one topic: how much of a score it is, and how much of it there was. The page puts it into words. */
export const scorePart = z.object({
  kind: z.enum(signalKinds),
  topic: topicName.nullable(),
  /** Of the score, 0 to 1; the shares of all parts are 1 together. */
  share: z.number(),
  /** 0, and so are people and groups, where too few were helped to be told of, or it would tell how much another part is. */
  acts: z.number().int(),
  /** Different people who were helped, of so many groups; whoever is not known is not counted. */
  people: z.number().int(),
  groups: z.number().int(),
  since: z.iso.date(),
})
export type ScorePart = z.output<typeof scorePart>

/** What is known of how much somebody helps. */
export const expertise = z.object({
  /** 0 to 1: against the highest score of the organization. */
  score: z.number(),
  /** Where it would lie in nine of ten cases, had chance sent them other people to help. */
  low: z.number(),
  high: z.number(),
  /**
   * How much those are asked whom they helped, of one topic where the radar is: 1 is the average of those who helped or
   * were helped, 0 is not known. It is told beside the score and has no part in it.
   */
  influence: z.number(),
  people: z.number().int(),
  acts: z.number().int(),
  /** Acts of help in the last 90 days, and in the 90 before; null where either is too few to be told of. */
  recent: z.number().int().nullable(),
  former: z.number().int().nullable(),
  /** They did much more lately than before. */
  isRising: z.boolean(),
  /** What most of the score comes from. */
  topics: z.array(topicName).max(3),
  parts: z.array(scorePart),
})

/** How much those are asked whom somebody helped on a topic: 1 is the average of those who helped or were helped on it. */
export const influenceOn = z.object({ topic: topicName, influence: z.number() })
export type InfluenceOn = z.output<typeof influenceOn>

export const helper = expertise.extend({ member, isLeader: z.boolean() })
export type Helper = z.output<typeof helper>

export const getRadar = endpoint('getRadar', {
  method: 'GET',
  path: '/radar',
  summary: 'Who helps others most: overall, on a topic, in a group; a suggestion, with what it is made of',
  access: 'signed-in',
  query: z.strictObject({ groupId: id().optional(), topicId: id().optional() }),
  returns: z.object({
    /** The group it is of: the one asked for, or the outermost of those that the reader may look at. */
    groupId: id(),
    groups: z.array(z.object({ id: id(), name: z.string() })),
    can: z.object({ compute: z.boolean() }),
    /** Null where it was not computed yet, or detection is off. */
    computed: z
      .object({ at: moment(), signals: z.number().int(), leftOut: z.record(z.string(), z.number().int()) })
      .nullable(),
    isOn: z.boolean(),
    fewest,
    /** So many of a hundred members are shown, and how many that are of how many, those who take no part among them. */
    percent: z.number(),
    places: z.number().int(),
    members: z.number().int(),
    items: z.array(helper).max(500),
    /** Those who did much more lately than before and are not among the first. */
    rising: z.array(helper).max(10),
  }),
  problems: ['radar.not-yours'],
})

export const computeRadar = endpoint('computeRadar', {
  method: 'POST',
  path: '/radar/computations',
  summary: 'Have everybody’s help counted anew, now instead of at night',
  access: 'signed-in',
  problems: ['radar.not-yours'],
})

/** Something on which somebody helped in one way. */
const helpSubject = z.object({
  kind: z.enum(signalKinds),
  subject: z.enum(['course', 'need']),
  subjectId: id(),
  words: z.string(),
  /** Told to themselves alone. */
  acts: z.number().int().nullable(),
  at: moment(),
})
export type HelpSubject = z.output<typeof helpSubject>

export const getExpertise = endpoint('getExpertise', {
  method: 'GET',
  path: '/members/:memberId/expertise',
  summary:
    'What someone’s score is made of, part by part, and what they did: for oneself, and for who sees the radar',
  access: 'signed-in',
  params: z.strictObject({ memberId: id() }),
  returns: z.object({
    expertise: expertise.nullable(),
    /** Their influence on each topic, the greatest first; to others, of topics on which they helped enough people. */
    influences: z.array(influenceOn).max(2000),
    /** What they did it on, the latest first, as far as the reader may see it. */
    subjects: z.array(helpSubject).max(50),
  }),
  problems: ['radar.not-yours'],
})

export const listHelpSubjects = endpoint('listHelpSubjects', {
  method: 'GET',
  path: '/members/:memberId/help-subjects',
  summary:
    'What one part of someone’s score counts, the latest first, as far as the reader may see it; nothing of a part without figures',
  access: 'signed-in',
  params: z.strictObject({ memberId: id() }),
  query: page({ kind: z.enum(signalKinds), topicId: id().optional() }),
  returns: listOf(helpSubject),
  problems: ['radar.not-yours'],
})
