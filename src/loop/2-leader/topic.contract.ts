import { z } from 'zod'
import { endpoint, id, line } from '#platform/http/endpoint'

const aTopic = z.strictObject({ topicId: id() })
const otherNames = z.array(line(80)).max(20)
const written = z.strictObject({ name: line(80), words: otherNames.default([]) })

export const topic = z.object({
  id: id(),
  name: z.string(),
  /** Its other names: a text that has the words of one of them is of this topic. */
  words: z.array(z.string()),
  /** The topics that were merged into it. */
  merged: z.array(z.object({ id: id(), name: z.string() })),
  /** Open needs of it, courses of it, and people who helped with it. */
  needs: z.number().int(),
  courses: z.number().int(),
  /** Those who helped enough people with it to be told of; null where they are too few to be counted out. */
  experts: z.number().int().nullable(),
})
export type Topic = z.output<typeof topic>

export const listTopics = endpoint('listTopics', {
  method: 'GET',
  path: '/topics',
  summary: 'What people know things about, as this organization calls it, by name (2,000 at most)',
  access: 'signed-in',
  returns: z.object({
    items: z.array(topic).max(2000),
    fewest: z.number().int().describe('experts are counted out from so many on'),
    can: z.object({ manage: z.boolean() }),
  }),
})

export const proposeTopics = endpoint('proposeTopics', {
  method: 'GET',
  path: '/topic-proposals',
  summary: 'What titles of needs and courses speak of that is no topic yet, the most telling first',
  access: 'signed-in',
  returns: z.object({ items: z.array(z.object({ name: z.string(), titles: z.number().int() })).max(20) }),
})

export const addTopic = endpoint('addTopic', {
  method: 'POST',
  path: '/topics',
  summary: 'Name a topic',
  access: 'signed-in',
  body: written,
  returns: topic,
  problems: ['topic.not-yours', 'topic.words-taken', 'topic.too-many'],
  example: { name: 'Torque transducers', words: ['torque sensor'] },
})

export const changeTopic = endpoint('changeTopic', {
  method: 'PUT',
  path: '/topics/:topicId',
  summary: 'Rename a topic, and say its other names',
  access: 'signed-in',
  params: aTopic,
  body: written,
  returns: topic,
  problems: ['topic.not-yours', 'topic.words-taken'],
  example: { name: 'Torque sensors', words: ['torque transducer'] },
})

export const removeTopic = endpoint('removeTopic', {
  method: 'DELETE',
  path: '/topics/:topicId',
  summary: 'Take a topic away; needs, courses and help stay, and count as of no topic',
  access: 'signed-in',
  params: aTopic,
  problems: ['topic.not-yours'],
})

export const mergeTopic = endpoint('mergeTopic', {
  method: 'PUT',
  path: '/topics/:topicId/merge',
  summary: 'Make one topic of two: the other one takes over its names',
  access: 'signed-in',
  params: aTopic,
  body: z.strictObject({ into: id() }),
  returns: topic,
  problems: ['topic.not-yours', 'topic.itself'],
  example: { into: '01890000-0000-7000-8000-000000000000' },
})

export const unmergeTopic = endpoint('unmergeTopic', {
  method: 'DELETE',
  path: '/topics/:topicId/merge',
  summary: 'Make two of it again',
  access: 'signed-in',
  params: aTopic,
  returns: topic,
  problems: ['topic.not-yours', 'topic.not-merged'],
})
