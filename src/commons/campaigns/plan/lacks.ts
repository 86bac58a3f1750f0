import { isForLeaders } from '../kinds.ts'
import type { CampaignBody, Step } from '../language.ts'
import { variableFaults, variablesIn } from './variables.ts'

/** What a plan can lack. */
export const lackCodes = [
  'no-steps',
  'no-start',
  'same-name',
  'follows-nothing',
  'loop',
  'no-text',
  'no-subject',
  'no-chat',
  'chat-gone',
  'group-gone',
  'nobody-here',
  'unknown-variable',
  'no-fallback',
  'broken-variable',
  'outlives',
] as const

/** What is still to be done before a campaign can be launched: in which of its steps, and what fills the sentence that says it. */
export interface Lack {
  step: string | null
  code: (typeof lackCodes)[number]
  words: string
}

const codeOf = {
  unknown: 'unknown-variable',
  broken: 'broken-variable',
  'no-fallback': 'no-fallback',
} as const

/**
 * Everything that a plan lacks, in its own order; none where it can be launched. A step follows one other: steps that
 * follow each other in a circle would wait for one another for ever.
 */
export function lacksOf(body: Pick<CampaignBody, 'steps' | 'days'>): Lack[] {
  const { steps } = body
  if (steps.length === 0) return [{ step: null, code: 'no-steps', words: '' }]
  const ofAll: Lack[] = steps.some(({ after }) => after === null)
    ? []
    : [{ step: null, code: 'no-start', words: '' }]
  return [...ofAll, ...steps.flatMap((step, index) => lacksOfStep(step, index, body))]
}

function lacksOfStep(
  step: Step,
  index: number,
  { steps, days }: Pick<CampaignBody, 'steps' | 'days'>,
): Lack[] {
  const lack = (code: Lack['code'], words = ''): Lack => ({ step: step.id, code, words })
  const before = steps.find(({ id }) => id === step.after)
  const way = wayTo(step, steps)
  return [
    ...(steps.findIndex(({ id }) => id === step.id) < index ? [lack('same-name')] : []),
    ...(step.after !== null && !before ? [lack('follows-nothing', step.after)] : []),
    ...(way === null ? [lack('loop')] : way > days ? [lack('outlives')] : []),
    ...(step.channel === 'chat' && step.chatId === null ? [lack('no-chat')] : []),
    ...wordsOf(step).flatMap(({ subject, text }) => [
      ...(text.trim() === '' ? [lack('no-text')] : []),
      ...(subject.trim() === '' ? [lack('no-subject')] : []),
      ...[subject, text].flatMap((words) => [
        ...variableFaults(words).map((fault) => lack(codeOf[fault.code], fault.words)),
        // Those who read a chat are not known.
        ...(step.channel === 'chat' && variablesIn(words).has('name') ? [lack('nobody-here')] : []),
      ]),
    ]),
  ]
}

const wordsOf = ({ variants }: Step) =>
  variants.flatMap(({ en, fr }) => [en, fr].filter((words) => words !== undefined))

/** How many days after its launch, or after somebody came into it, a campaign comes to a step; null where it never does. */
export function wayTo(step: Step, steps: readonly Step[]): number | null {
  let days = 0
  let here: Step | undefined = step
  for (let count = 0; here && count <= steps.length; count++) {
    days += here.days
    const { after }: Step = here
    if (after === null) return days
    here = steps.find(({ id }) => id === after)
  }
  // It follows a step that is not there, which is said elsewhere; or itself.
  return here ? null : days
}

/** Whether a step asks those again who wanted to be asked later. */
export const asksAfterLater = ({ if: whom, calls, channel }: Step): boolean =>
  (whom === 'later' || whom === 'everyone') && channel !== 'chat' && calls.includes('interested')

/** Whether people may ask to be asked later, and no step does. */
export const forgetsLater = ({ steps }: Pick<CampaignBody, 'steps'>): boolean => {
  const [first] = steps.filter(({ calls }) => calls.includes('later'))
  return first !== undefined && !steps.some((step) => step !== first && asksAfterLater(step))
}

/** Whether two plans speak to the same people at the same times in the same channels: only the words may differ. */
export function isSamePlan(one: CampaignBody, other: CampaignBody): boolean {
  const bones = ({ audience, quiet, ...body }: CampaignBody) =>
    inOrder({
      ...{ audience, quiet, isForLeaders: isForLeaders(body) },
      steps: body.steps.map(({ variants, ...step }) => ({ ...step, texts: variants.length })),
    })
  return bones(one) === bones(other)
}

/** As JSON, with the names of every part in order: the database keeps them in one of its own. */
const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
