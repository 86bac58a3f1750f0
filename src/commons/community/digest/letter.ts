import { type Words, writeLetters } from '#letters'
import { linkTo, paths } from '#paths'
import type { Installation, Scope } from '#platform/scope'
import type { Digest, DigestItem } from '../digest.contract.ts'
import { pathOf } from './where.ts'

type Section = Digest['sections'][number]

function wordsOf(
  { catalog, publicUrl }: Installation,
  { name, locale }: { name: string; locale: string },
  { week, sections }: { week: string; sections: Section[] },
): Words {
  const say = (key: string, values: Record<string, string | number> = {}) => catalog.text(locale, key, values)
  const line = (section: Section) => (item: DigestItem) =>
    `• ${say(`community.digest.mail.${section.deed}`, { title: item.title, name: item.member.name })}\n  ${publicUrl}${pathOf(section.deed, item)}`
  const parts = sections.map((section) => {
    const { deed, count, items } = section
    const rest = count - items.length
    const lines = [
      ...items.map(line(section)),
      ...(rest > 0 ? [say('community.digest.mail.more', { rest })] : []),
    ]
    return `${say(`community.digest.${deed}`, { count })}\n${lines.join('\n')}`
  })
  const told = sections.map(({ deed, count }) => say(`community.digest.${deed}`, { count }))
  const [first = '', second] = told
  return {
    subject: say('community.digest.mail.subject', { told: second ? `${first}, ${second}` : first }),
    text: [say('community.digest.mail.text', { name }), ...parts].join('\n\n'),
    action: {
      label: say('community.digest.mail.open'),
      href: `${publicUrl}${linkTo(paths.leadersCommunity, {}, { query: { part: 'week', day: week } })}`,
    },
  }
}

/** Writes to each what they may be told of a week, in their language; answers to how many. */
export async function writeDigests(
  scope: Scope,
  week: string,
  sectionsOf: ReadonlyMap<string, Section[]>,
): Promise<number> {
  let letters = 0
  await writeLetters(scope, 'community', [...sectionsOf.keys()], (reader) => {
    letters += 1
    return wordsOf(scope.install, reader, { week, sections: sectionsOf.get(reader.id) ?? [] })
  })
  return letters
}
