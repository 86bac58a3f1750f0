import { z } from 'zod'
import { endpoint, id } from '#platform/http/endpoint'
import { fewest } from './fewest.contract.ts'

/** How many days the picture may look back; never further than is kept. */
export const networkDays = ['90', '365', '730'] as const

const whole = z.number().int()

const asked = z.strictObject({
  groupId: id().optional(),
  topicId: id().optional(),
  days: z.enum(networkDays).default('365'),
})

const shown = z.object({
  /** The group it is of: the one asked for, or the outermost of those that the reader may look at. */
  groupId: id(),
  groups: z.array(z.object({ id: id(), name: z.string() })),
  /** The picture is switched on, and so is detection, from which it is drawn. */
  isOn: z.boolean(),
  fewest,
  /** Nothing before this day is in it; null where it is off. */
  since: z.iso.date().nullable(),
  /** The groups that are in it, by their places: each member stands in one. */
  homes: z.array(z.object({ id: id(), name: z.string(), colour: z.string(), glyph: z.string() })),
})

/** Help between two, one link in each place of all columns, the heaviest first: at most `mostLinks`. */
const links = z.object({
  /** Who helped, by their place among the people; and who was helped. */
  from: z.array(whole),
  to: z.array(whole),
  acts: z.array(whole),
  /** The months of the first and the last act; 0 is January 1970. */
  first: z.array(whole),
  last: z.array(whole),
})

export const getNetwork = endpoint('getNetwork', {
  method: 'GET',
  path: '/network/people',
  summary:
    'Who learns from whom: those who helped, or were helped by, three others at least, and the help between them',
  access: 'signed-in',
  query: asked,
  returns: shown.extend({
    /** There was more, and the lightest links were left out. */
    isCapped: z.boolean(),
    people: z.object({ ids: z.array(id()), names: z.array(z.string()), home: z.array(whole) }),
    links,
  }),
  problems: ['radar.not-yours'],
})

export const getNetworkOfGroups = endpoint('getNetworkOfGroups', {
  method: 'GET',
  path: '/network/groups',
  summary: 'Which groups learn from which: enough people on each side, and how much as the least that it is',
  access: 'signed-in',
  query: asked,
  returns: shown.extend({
    flows: z.object({
      from: z.array(whole),
      to: z.array(whole),
      /** One of `steps`: the flow is of so many acts of help or more, and fewer than the next. */
      least: z.array(whole),
    }),
  }),
  problems: ['radar.not-yours'],
})
