import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { figuresOf, questionsOf, walk } from '#course/document/blocks.ts'
import { lackOf } from '#course/document/ready.ts'
import type { CourseDocument, Question } from '#course/document/schema.ts'
import { importMarkdown } from '#course/markdown/import.ts'
import { ruleNames, usualRules } from '#validation/charter/names.ts'
import { checkCourse } from '#validation/charter/rules.ts'
import { ourFiles, read } from './source.ts'

/** The leaders' academy: courses that come with Cairn, in each of its languages. */
const languages = ['en', 'fr'] as const
type Language = (typeof languages)[number]

const folder = 'content/academy'
const namesIn = (path: string) => readdirSync(`${folder}/${path}`).sort()
const pictures = Object.fromEntries(
  namesIn('images').map((name, index) => [
    `images/${name}`,
    `0190a000-0000-7000-8000-${String(index).padStart(12, '0')}`,
  ]),
)

interface Read {
  name: string
  language: Language
  front: { title: string; objective: string; tags: string[]; language: string }
  imported: ReturnType<typeof importMarkdown>
  document: CourseDocument
  questions: Question[]
}

const readCourse = (language: Language, name: string): Read => {
  const text = readFileSync(`${folder}/${language}/${name}`, 'utf8')
  const imported = importMarkdown([{ path: name, text }], { assets: pictures })
  const document = imported.document ?? { type: 'doc', content: [] }
  const front = parse(text.split('\n---\n')[0]?.slice(4) ?? '')
  return { name, language, front, imported, document, questions: questionsOf(document) }
}
const courses = languages.flatMap((language) => namesIn(language).map((name) => readCourse(language, name)))
const inEach = (language: Language) => courses.filter((one) => one.language === language)
const named = courses.map((course) => ({ ...course, what: `${course.language}/${course.name}` }))

/** Every text of a block that somebody reads, its paragraphs apart. */
function* textsOf(value: unknown): Generator<string> {
  const shown = ['text', 'title', 'alt', 'caption', 'prompt', 'right', 'wrong', 'feedback']
  for (const [key, inner] of Object.entries(value ?? {}))
    if (typeof inner === 'string' && shown.includes(key)) yield inner
    else if (typeof inner === 'object') yield* textsOf(inner)
}

/** All that is said in a course, text by text: what marks part is joined. */
const saidIn = ({ document }: Read): string[] =>
  [...walk(document)].flatMap((node) => {
    const { content = [], attrs = {} } = node
    return [content.map(({ text = '' }) => text).join(''), ...textsOf(attrs)].filter(Boolean)
  })

const sentencesOf = (course: Read): string[] =>
  saidIn(course)
    .flatMap((text) => text.split(/(?<=[.!?…][”»"]?)\s+/))
    .map((sentence) => sentence.toLowerCase().trim())
    .filter((sentence) => sentence.split(/\s+/).length >= 4)

test('there are six courses, the same in each language', () => {
  expect(namesIn('en')).toHaveLength(6)
  expect(namesIn('fr')).toEqual(namesIn('en'))
})

describe.each(named)('$what', (course) => {
  const { imported, front, document, questions } = course

  test('comes in whole, with its title, objective, topics and language', () => {
    expect(imported.report).toEqual([])
    expect(front).toMatchObject({ title: imported.title, objective: imported.objective })
    expect(front.language).toBe(course.language)
    expect(front.tags.length).toBeGreaterThanOrEqual(3)
    expect(imported.pictures.length).toBeGreaterThanOrEqual(1)
    expect(document.content.length).toBeGreaterThanOrEqual(5)
    expect(document.content.length).toBeLessThanOrEqual(8)
  })

  test('takes ten to twenty minutes', () => {
    expect(figuresOf(document).minutes).toBeGreaterThanOrEqual(10)
    expect(figuresOf(document).minutes).toBeLessThanOrEqual(20)
  })

  test('asks six questions or more, of four kinds or more, which can all be answered', () => {
    expect(questions.length).toBeGreaterThanOrEqual(6)
    expect(new Set(questions.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4)
    expect(questions.filter((question) => lackOf(question) !== null)).toEqual([])
  })

  test('says why to every answer, and to each wrong choice in words of its own', () => {
    for (const question of questions) {
      expect(question.feedback.right.length).toBeGreaterThan(20)
      expect(question.feedback.wrong.length).toBeGreaterThan(20)
      if (!('options' in question)) continue
      for (const { correct, feedback, text } of question.options)
        expect([text, correct || feedback.length > 60]).toEqual([text, true])
    }
  })

  test('asks in plain words: a question shows no marks of Markdown', () => {
    const told = questions.flatMap((question) => [...textsOf(question)])
    expect(told.filter((text) => /[*_`]|\[[^\]]*\]\(/.test(text))).toEqual([])
  })

  test('passes everything that the charter looks at, but the day that its organization sets', () => {
    const settings = ruleNames
      .filter((rule) => rule !== 'expiry')
      .map((rule) => ({ rule, level: 'warn' as const, figure: usualRules[rule].figure?.usual ?? 0 }))
    const checked = {
      ...{ document, objective: imported.objective, language: course.language, parts: [] },
      ...{ verifyBy: null, today: '2026-11-27', contrasts: new Map() },
    }
    expect(checkCourse(checked, settings)).toEqual([])
  })

  test('leads nowhere but to its own steps', () => {
    const links = [...walk(document)].flatMap(({ attrs, ...node }) =>
      ((node as { marks?: { attrs?: { href?: string } }[] }).marks ?? []).flatMap(
        (mark) => mark.attrs?.href ?? [],
      ),
    )
    expect(links.filter((href) => !href.startsWith('#step:'))).toEqual([])
  })
})

test('a course has the same steps, blocks and questions in each language', () => {
  const shapeOf = ({ name, document, imported }: Read) => ({
    ...{ name, pictures: imported.pictures },
    steps: document.content.map((step) => [...walk(step)].flatMap(shapeOfNode)),
  })
  expect(inEach('fr').map(shapeOf)).toEqual(inEach('en').map(shapeOf))
})

/** What a node is, apart from its words. */
function shapeOfNode({ type, attrs }: { type: string; attrs?: Record<string, unknown> }) {
  if (type === 'text' || type === 'hardBreak') return []
  if (type !== 'question') return [[type, attrs?.kind ?? attrs?.level ?? null]]
  const question = attrs as unknown as Question
  const { kind } = question
  if ('options' in question) return [[type, kind, question.options.map(({ correct }) => correct)]]
  if (kind === 'ordering') return [[type, kind, question.items.length]]
  return [[type, kind, kind === 'truefalse' ? question.answer : kind === 'numeric' ? question.value : null]]
}

test.each(languages)('nothing is said twice in %s', (language) => {
  const seen = new Map<string, number>()
  for (const sentence of inEach(language).flatMap(sentencesOf))
    seen.set(sentence, (seen.get(sentence) ?? 0) + 1)
  expect([...seen].filter(([, times]) => times > 1)).toEqual([])
})

/** A no-break space is as wide as its page likes it. */
const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test.each(named)('$what has something to do, and leaves something for the first course', ({ document }) => {
  const kinds = [...walk(document)].filter(({ type }) => type === 'callout').map(({ attrs }) => attrs?.kind)
  expect(kinds).toContain('challenge')
  expect(kinds).toContain('keypoints')
})

test.each(languages)('whatever is bold in %s stands on a page of Cairn in these words', (language) => {
  const messages = new Set(
    ourFiles()
      .filter((file) => file.endsWith(`/messages/${language}.json`))
      .flatMap((file) => Object.values(JSON.parse(read(file)) as Record<string, string>))
      .flatMap((message) => [message, ...message.split(/[{}]/)].map(spaced)),
  )
  const bold = inEach(language).flatMap(({ name, document }) =>
    [...walk(document)]
      .filter((node) => (node as { marks?: { type: string }[] }).marks?.some(({ type }) => type === 'bold'))
      .map(({ text = '' }) => `${name}: ${spaced(text)}`),
  )
  expect(bold.length).toBeGreaterThan(20)
  expect(bold.filter((one) => !messages.has(one.slice(one.indexOf(': ') + 2)))).toEqual([])
})

test('French has its spaces before what is doubled, and its apostrophes', () => {
  const bad = /\p{L}'\p{L}|[\p{L}\p{N})»”] ?[;!?»]|[\p{L})»] ?:(?!\/\/|\S)|« |"/u
  expect(inEach('fr').flatMap((course) => saidIn(course).filter((text) => bad.test(text)))).toEqual([])
})

test('every picture is used, and drawn for any background', () => {
  const used = new Set(courses.flatMap(({ imported }) => imported.pictures))
  expect(Object.keys(pictures)).toEqual([...used].sort())
  for (const name of namesIn('images')) {
    const drawing = readFileSync(`${folder}/images/${name}`, 'utf8')
    expect(drawing).toMatch(/^<svg [^>]*viewBox="0 0 720 \d+"/)
    expect(drawing).toMatch(/<rect width="720" height="\d+" fill="#/)
    expect(drawing).not.toMatch(/<script|href=|<image|<style/)
  }
})
