import { parse } from 'yaml'
import { z } from 'zod'
import { routes } from '#community'
import { offerCoaching } from '#community/coach.contract.ts'
import * as posts from '#community/contract.ts'
import * as hours from '#community/hour.contract.ts'
import type { Scope } from '#platform/scope'
import { demoFile, type Story } from './material.ts'
import { protectedTime, timeScenes } from './protecting.ts'
import { call, momentOf, type Scene, type Stage } from './stage.ts'

const done = { by: z.string(), day: z.number() }
const community = z.strictObject({
  posts: z.array(
    z.strictObject({
      ...done,
      ...{ kind: posts.postKind, title: z.string(), words: z.string() },
      steps: z.array(z.string()).default([]),
      useful: z.array(z.string()).default([]),
      comments: z.array(z.strictObject({ ...done, text: z.string() })).default([]),
      isPinned: z.boolean().default(false),
    }),
  ),
  hours: z.array(
    z.strictObject({
      ...done,
      ...{ topic: z.string(), words: z.string(), inDays: z.number(), time: z.string() },
      ...{ minutes: z.number(), places: z.number(), place: z.string(), guests: z.array(z.string()) },
    }),
  ),
  coaches: z.array(z.strictObject({ ...done, atOnce: z.number() })),
  times: z.array(protectedTime),
})
type Community = z.output<typeof community>

const timeZone = 'Europe/Paris'

/** What leaders say, offer and ask one another. */
export function communityScenes(stage: Stage, story: Story): Scene[] {
  const told = community.parse(parse(demoFile('community.yaml').toString('utf8')))
  return [
    ...told.posts.flatMap((post) => postScenes(stage, post)),
    ...told.hours.flatMap((hour) => hourScenes(stage, story, hour)),
    ...told.times.flatMap((time) => timeScenes(stage, time)),
    ...told.coaches.map(({ by: who, day, ...body }) => ({
      ...{ day, turn: 9.6, who },
      play: (scope: Scope) => call(scope, routes, offerCoaching, { body }),
    })),
  ]
}

function postScenes(
  stage: Stage,
  { by: who, day, steps, useful, comments, isPinned, ...said }: Community['posts'][number],
) {
  let postId = ''
  const make = async (scope: Scope) => {
    const body = { ...said, groupId: stage.org, steps: steps.map((text) => ({ text })) }
    postId = (await call(scope, routes, posts.makePost, { body })).id
    if (isPinned) await call(scope, routes, posts.pinPost, { params: { postId } })
  }
  return [
    { day, turn: 9.6, who, play: make },
    ...useful.map((one) => ({
      ...{ day: day + 1, turn: 9.7, who: one },
      play: (scope: Scope) => call(scope, routes, posts.markUseful, { params: { postId } }),
    })),
    ...comments.map(({ by, day: at, text }) => ({
      ...{ day: at, turn: 9.8, who: by },
      play: (scope: Scope) =>
        call(scope, routes, posts.commentOnPost, { params: { postId }, body: { body: text } }),
    })),
  ]
}

function hourScenes(stage: Stage, story: Story, hour: Community['hours'][number]) {
  const { by: who, day, inDays, time, guests, ...said } = hour
  let hourId = ''
  const on = momentOf(stage, story.days + inDays)
    .toISOString()
    .slice(0, 10)
  const offer = async (scope: Scope) => {
    const body = { ...said, groupId: stage.org, startsAt: `${on}T${time}:00.000Z`, timeZone }
    hourId = (await call(scope, routes, hours.offerOfficeHour, { body })).id
  }
  return [
    { day, turn: 9.6, who, play: offer },
    ...guests.map((one) => ({
      ...{ day: day + 1, turn: 9.6, who: one },
      play: (scope: Scope) =>
        call(scope, routes, hours.joinOfficeHour, { params: { hourId }, body: { timeZone } }),
    })),
  ]
}
