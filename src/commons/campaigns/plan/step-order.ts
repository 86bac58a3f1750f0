import type { Step } from '../language.ts'
import { mostSteps } from '../limits.ts'

/** A name that no other step has. */
function freeName(steps: readonly Step[]): string {
  for (let number = steps.length + 1; ; number++)
    if (!steps.some(({ id }) => id === `step-${number}`)) return `step-${number}`
}

/** Another step, after the last, to be written in a language first. */
export const newStep = (steps: readonly Step[], locale: string): Step => ({
  id: freeName(steps),
  after: steps.at(-1)?.id ?? null,
  days: steps.length === 0 ? 0 : 7,
  ...{ if: 'everyone', channel: 'mail', chatId: null, link: null },
  calls: ['interested', 'nominate', 'later', 'no'],
  variants: [{ [locale === 'fr' ? 'fr' : 'en']: { subject: '', text: '' } }],
})

/** The steps without this one: what followed it follows what it followed. */
export const without = (steps: readonly Step[], { id, after }: Step): Step[] =>
  steps.filter((one) => one.id !== id).map((one) => (one.after === id ? { ...one, after } : one))

/** Puts a step back where it was before, among what stands there by now. */
export function restored(steps: readonly Step[], step: Step, before: readonly Step[]): Step[] {
  if (steps.length >= mostSteps) return [...steps]
  const id = steps.some((one) => one.id === step.id) ? freeName(steps) : step.id
  const followed = before.filter(({ after }) => after === step.id).map((one) => one.id)
  const rest = steps.map((one) =>
    followed.includes(one.id) && one.after === step.after ? { ...one, after: id } : one,
  )
  return rest.toSpliced(before.indexOf(step), 0, { ...step, id })
}
