import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, listOf, moment, page, prose } from '#platform/http/endpoint'
import { languages } from './experts/languages.ts'

const topic = z.object({ id: id(), name: z.string() })
export const language = z.enum(languages)
const availability = z.enum(['open', 'busy', 'away'])
export type Availability = z.output<typeof availability>

/** What somebody says they can help with, in which languages, and whether they have time. */
export const profile = z.object({
  member,
  isLeader: z.boolean(),
  /** Empty for a leader who has not said it yet. */
  helpsWith: z.string(),
  topics: z
    .array(
      topic.extend({
        /** How many colleagues say so too; null where fewer others than may be told do. */
        endorsements: z.number().int().nullable(),
        /** Whether the reader is one of them. */
        mine: z.boolean(),
      }),
    )
    .max(20),
  languages: z.array(z.string()),
  availability,
  until: moment().nullable(),
})
export type Profile = z.output<typeof profile>

export const getProfile = endpoint('getProfile', {
  method: 'GET',
  path: '/members/:memberId/profile',
  summary: 'What someone can help with, as they say it',
  access: 'signed-in',
  params: z.strictObject({ memberId: id() }),
  returns: z.object({ profile: profile.nullable() }),
})

export const setProfile = endpoint('setProfile', {
  method: 'PUT',
  path: '/my-profile',
  summary:
    'Say what one can help with, in which languages, and whether one has time; one is in the directory from then on',
  access: 'signed-in',
  body: z.strictObject({
    helpsWith: prose(600),
    topicIds: z.array(id()).max(20),
    languages: z.array(language).min(1).max(10),
    availability,
    until: moment().nullable(),
  }),
  returns: profile,
  problems: ['profile.until'],
  example: {
    helpsWith: 'Anything about torque: choosing a transducer, zeroing it, reading its certificate.',
    topicIds: [],
    languages: ['en', 'fr'],
    availability: 'open',
    until: null,
  },
})

export const removeProfile = endpoint('removeProfile', {
  method: 'DELETE',
  path: '/my-profile',
  summary: 'Take back what one said one can help with',
  access: 'signed-in',
})

const anEndorsement = z.strictObject({ memberId: id(), topicId: id() })

export const endorse = endpoint('endorse', {
  method: 'PUT',
  path: '/members/:memberId/endorsements/:topicId',
  summary: 'Say of a colleague that they can help with a topic that they named',
  access: 'signed-in',
  params: anEndorsement,
  problems: ['endorsement.own'],
})

export const unendorse = endpoint('unendorse', {
  method: 'DELETE',
  path: '/members/:memberId/endorsements/:topicId',
  summary: 'Take it back',
  access: 'signed-in',
  params: anEndorsement,
})

export const listExperts = endpoint('listExperts', {
  method: 'GET',
  path: '/experts',
  summary:
    'Those who said what they can help with, and leaders: who has time first, then who has shown most of it',
  access: 'signed-in',
  query: page({
    q: z.string().trim().max(100).optional(),
    topicId: id().optional(),
    language: language.optional(),
  }),
  returns: listOf(
    profile.extend({ traces: z.number().int().describe('what shows it, as far as the reader may see it') }),
  ),
})

export const listPeopleLikeMe = endpoint('listPeopleLikeMe', {
  method: 'GET',
  path: '/people-like-me',
  summary:
    'Those who ask about, and can help with, what one does oneself: the ten nearest, with what they share',
  access: 'signed-in',
  returns: z.object({
    items: z
      .array(
        z.object({
          member,
          topics: z.array(topic).max(3),
          groups: z.array(z.object({ id: id(), name: z.string() })).max(2),
        }),
      )
      .max(10),
  }),
})
