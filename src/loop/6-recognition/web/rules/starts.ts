import { type Draft, emptyDraft } from './draft.ts'

export const templateNames = ['validated', 'guide', 'answers', 'need', 'first'] as const
export type TemplateName = (typeof templateNames)[number]

/** Rules to begin with. */
const starts: Record<TemplateName, Partial<Draft>> = {
  validated: { is: 'event', event: 'course-validated', points: { author: '50', reviewer: '10' } },
  guide: { is: 'course', people: '100', percent: '80', voices: '20', points: { author: '100' } },
  answers: { is: 'member', event: 'answer-accepted', times: '10', days: '30', points: { member: '40' } },
  need: { is: 'event', event: 'need-answered', points: { author: '30', raiser: '5' }, capMonth: '3000' },
  first: {
    ...{ is: 'event', event: 'course-completed', points: { learner: '10' } },
    ...{ capTimes: '1', capPer: 'ever' },
  },
}

export const draftFrom = (name: TemplateName, title: string): Draft => ({
  ...emptyDraft,
  ...starts[name],
  name: title,
})
