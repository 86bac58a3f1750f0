import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { line, prose } from '#platform/http/endpoint'
import type { Scope } from '#platform/scope'
import { postKind, type ReadyIdea } from '../contract.ts'
import { longest, mostSteps } from '../limits.ts'

const said = z.strictObject({
  title: line(longest.title),
  words: prose(longest.words),
  steps: z.array(line(longest.step)).max(mostSteps).default([]),
})

/** What the file of ready ideas holds: content/community. */
const ideas = z.array(z.strictObject({ key: z.string(), kind: postKind, en: said, fr: said }))

let read: z.output<typeof ideas> | null = null
const file = new URL('../../../../content/community/ideas.yaml', import.meta.url)

/** Ideas that come with Cairn, in the reader's language: nobody's own until somebody says one in their words. */
export async function listReadyIdeas({ actor }: Scope): Promise<{ items: ReadyIdea[] }> {
  read ??= ideas.parse(parse(readFileSync(file, 'utf8')))
  const language = actor.locale === 'fr' ? 'fr' : 'en'
  const items = read.map(({ key, kind, [language]: { title, words, steps } }) => ({
    ...{ key, kind, title, words, steps: steps.map((text) => ({ text, day: null })) },
  }))
  return { items }
}
