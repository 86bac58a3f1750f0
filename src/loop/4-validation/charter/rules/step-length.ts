import { minutesOf } from '#course/document/blocks.ts'
import { type Check, inStep } from '../checked.ts'

/** No step takes longer to read and answer than so many minutes. */
export const stepLength: Check = ({ document }, most) =>
  document.content
    .map((step) => ({ step, minutes: Math.round(minutesOf(step)) }))
    .filter(({ minutes }) => minutes > most)
    .map(({ step, minutes }) => inStep(step, { minutes, most }))
