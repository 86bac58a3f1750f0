import type { Step, Variant } from '../language.ts'
import { fill } from '../plan/variables.ts'
import type { Running } from '../run/running.ts'
import { saidIn } from './said-in.ts'

/** What words name of a campaign. */
export type Named = Pick<Running, 'organization' | 'group' | 'sender'>

/** The variant of a step that somebody was given; of one that has fewer now, the first. */
export const variantOf = ({ variants }: Step, index: number): Variant => variants[index] ?? variants[0] ?? {}

/** What a reader gets of a step; the name of who is not known stands as it is. */
export function render(
  step: Step,
  index: number,
  reader: { locale: string; name?: string; topic: string | null },
  { organization, group, sender }: Named,
): { locale: 'en' | 'fr'; subject: string; text: string } {
  const { locale, said } = saidIn(variantOf(step, index), reader.locale)
  const values = {
    ...{ organization, sender, topic: reader.topic },
    group: group || organization,
    ...(reader.name !== undefined && { name: reader.name }),
  }
  // A subject is one line, whatever is filled in; what French holds together by a space that does not break stays together.
  const subject = fill(said.subject, values)
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim()
  return { locale, subject, text: fill(said.text, values) }
}
