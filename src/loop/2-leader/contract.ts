import { z } from 'zod'
import { member } from '#people/contract.ts'
import { endpoint, id, moment } from '#platform/http/endpoint'

const aNeed = z.strictObject({ needId: id() })

export const claim = z.object({ id: id(), needId: id(), member, claimedAt: moment(), mine: z.boolean() })
export type Claim = z.output<typeof claim>

export const traceKinds = ['published', 'answered', 'reviewed', 'thanked', 'claimed'] as const

/** One trace of knowing: what somebody did, on what, when. The page puts it into words. */
export const trace = z.object({
  kind: z.enum(traceKinds),
  words: z.string(),
  subject: z.enum(['course', 'need', 'thanks']),
  subjectId: id(),
  at: moment(),
})
export type Trace = z.output<typeof trace>

/**
 * Why somebody may know: a trace, or that they say so themselves, or were counted to help with it. Of these two `words` is
 * the topic and the subject who it is; what was counted has no moment of its own.
 */
export const reason = trace.extend({
  kind: z.enum([...traceKinds, 'said', 'helped']),
  subject: z.enum(['course', 'need', 'thanks', 'member']),
  at: moment().nullable(),
})

export const expert = z.object({ member, score: z.number(), reasons: z.array(reason) })
export type Expert = z.output<typeof expert>

export const getClaim = endpoint('getClaim', {
  method: 'GET',
  path: '/needs/:needId/claim',
  summary: 'Who is working on a need, if anyone',
  access: 'signed-in',
  params: aNeed,
  returns: z.object({ claim: claim.nullable() }),
})

export const listMyClaims = endpoint('listMyClaims', {
  method: 'GET',
  path: '/my-claims',
  summary: 'The open needs one has taken on, last taken first (20 at most)',
  access: 'signed-in',
  returns: z.object({
    items: z
      .array(z.object({ needId: id(), title: z.string(), voices: z.number().int(), claimedAt: moment() }))
      .max(20),
  }),
})

export const claimNeed = endpoint('claimNeed', {
  method: 'PUT',
  path: '/needs/:needId/claim',
  summary: 'Say that one will teach it',
  access: 'signed-in',
  params: aNeed,
  returns: claim,
  problems: ['need.not-open', 'need.claimed'],
})

export const releaseNeed = endpoint('releaseNeed', {
  method: 'DELETE',
  path: '/needs/:needId/claim',
  summary: 'Give a claim back, so that someone else may take it',
  access: 'signed-in',
  params: aNeed,
  problems: ['need.not-claimed', 'need.claim-not-yours'],
})

export const suggestExperts = endpoint('suggestExperts', {
  method: 'GET',
  path: '/needs/:needId/experts',
  summary: 'Who most likely knows, each with the evidence that says so',
  access: 'signed-in',
  params: aNeed,
  returns: z.object({ items: z.array(expert).max(5) }),
})

export const listEvidence = endpoint('listEvidence', {
  method: 'GET',
  path: '/members/:memberId/evidence',
  summary: 'What someone has shown to know lately, as far as the reader may see it',
  access: 'signed-in',
  params: z.strictObject({ memberId: id() }),
  returns: z.object({ items: z.array(trace).max(10) }),
})

export const getMyDetection = endpoint('getMyDetection', {
  method: 'GET',
  path: '/my-detection',
  summary: 'Whether one takes part in finding out who knows what, and how much of what one did is kept',
  access: 'signed-in',
  returns: z.object({
    isOn: z.boolean(),
    absentSince: moment().nullable(),
    /** When one last took no part and does again: of that time nothing is kept. */
    absentBefore: z.object({ since: moment(), until: moment() }).nullable(),
    traces: z.number().int(),
    /** Acts of help of one's own in other tools. */
    brought: z.number().int(),
  }),
})

export const leaveDetection = endpoint('leaveDetection', {
  method: 'PUT',
  path: '/my-detection/absence',
  summary: 'Take no part in it: what is kept on oneself is deleted, and nothing more is kept',
  access: 'signed-in',
})

export const returnToDetection = endpoint('returnToDetection', {
  method: 'DELETE',
  path: '/my-detection/absence',
  summary: 'Take part again, with what one does from now on',
  access: 'signed-in',
})
