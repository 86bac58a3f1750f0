/** The stages in their order. */
export const stages = [
  ...(['reached', 'opened', 'interested', 'nominated', 'accepted', 'trained'] as const),
  ...(['drafted', 'validated', 'learned', 'recognized'] as const),
] as const
export type Stage = (typeof stages)[number]

/** Those whose people are told by name: what somebody opened is theirs. */
export const named = [
  ...(['reached', 'interested', 'nominated', 'accepted', 'trained'] as const),
  ...(['drafted', 'validated', 'learned', 'recognized'] as const),
] as const

/** Where one may stop: whoever opened something has come no further by it, and who is recognized has come all the way. */
export const stops = [
  ...(['reached', 'interested', 'nominated', 'accepted', 'trained'] as const),
  ...(['drafted', 'validated', 'learned'] as const),
] as const

/** Why: they left, declined, said no, said later, had done it before; or nobody knows, and they may go on. */
export const whys = ['left', 'declined', 'no', 'later', 'before', 'waiting'] as const
export type Why = (typeof whys)[number]

/** Where somebody stops who answered us: what they answered is theirs, and must not be found out from who is left over. */
const answering: readonly string[] = ['reached', 'nominated']

/** Whether it is told by name who stopped at a stage for a reason: never where it would say what somebody answered. */
export const isNamedStop = (stage: (typeof stops)[number], why: Why): boolean =>
  why === 'left' || why === 'before' || !answering.includes(stage)

/** The stage that each is compared with. Nothing is concluded from what is opened. */
export const before: Record<Stage, Stage | null> = {
  ...{ reached: null, opened: 'reached', interested: 'reached', nominated: 'interested' },
  ...{ accepted: 'nominated', trained: 'accepted', drafted: 'trained', validated: 'drafted' },
  ...{ learned: 'validated', recognized: 'learned' },
}
