import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment, prose } from '#platform/http/endpoint'
import { says } from '#platform/http/faults'

const count = () => z.number().int().min(0)
const monthName = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const taught = z.object({
  member,
  learners: count().describe('different people who completed their courses'),
})
const courseLine = z.object({ id: id(), title: z.string(), author: member })
const quote = z.object({ id: id(), from: member, to: member, reason: z.string() })

export const celebration = z.object({
  month: z.string().describe('such as 2026-11, where the organization counts months'),
  counts: z.object({
    courses: count().describe('published first'),
    learners: count().describe('different people who completed a course'),
    answers: count().describe('that answered a question'),
    needs: count().describe('answered by a course'),
    thanks: count().describe('that everybody may read'),
  }),
  newcomers: z.array(courseLine).max(12).describe('whose first course it was'),
  leaders: z.array(taught).max(5),
  courses: z.array(courseLine).max(6),
  quotes: z.array(quote).max(3),
  post: z.object({ words: z.string(), by: member, at: moment() }).nullable(),
  can: z.object({ post: z.boolean(), withdraw: z.boolean() }),
})
export type Celebration = z.output<typeof celebration>

const aMonth = z.strictObject({ month: monthName })

export const getCelebration = endpoint('getCelebration', {
  method: 'GET',
  path: '/celebrations/:month',
  summary: 'What was done for others in a month: what is open to everybody, and who let themselves be named',
  access: 'signed-in',
  params: aMonth,
  returns: celebration,
})

export const postCelebration = endpoint('postCelebration', {
  method: 'PUT',
  path: '/celebrations/:month',
  summary: 'Post a month that is over or running to everybody’s feed, once, with words of one’s own',
  access: 'signed-in',
  params: aMonth,
  body: z.strictObject({ words: prose(1000).min(10) }),
  returns: celebration,
  problems: ['recognition.admin-needed', 'celebration.posted', 'celebration.to-come'],
  example: { words: 'What a month: three of you taught for the first time.' },
})

export const withdrawCelebration = endpoint('withdrawCelebration', {
  method: 'DELETE',
  path: '/celebrations/:month',
  summary: 'Take the post of a month back',
  access: 'signed-in',
  params: aMonth,
  problems: ['recognition.admin-needed', 'celebration.not-found'],
})

export const yearInReview = z.object({
  year: z.string(),
  taught: z.object({
    courses: count(),
    learners: count().describe('different people who began courses of theirs'),
    completed: count().describe('of those, who completed one'),
    answers: count(),
    reviews: count(),
  }),
  helped: z.object({ people: count(), groups: count().describe('that those people are in') }),
  learned: z.object({ courses: count(), minutes: count() }),
  thanks: count(),
  quotes: z.array(quote).max(5),
  badges: z.array(z.object({ name: z.string(), at: moment() })).max(20),
})
export type YearInReview = z.output<typeof yearInReview>

export const getYearInReview = endpoint('getYearInReview', {
  method: 'GET',
  path: '/years/:year',
  summary: 'One’s own year: what one taught, learned and was thanked for',
  access: 'signed-in',
  params: z.strictObject({
    year: z.string().refine((text) => /^20\d\d$/.test(text), says('celebration.year')),
  }),
  returns: yearInReview,
})
