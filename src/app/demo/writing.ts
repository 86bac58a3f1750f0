import { parse } from 'yaml'
import { createCourse, findPublishedCourse, importMarkdown, readVersion, saveDraft } from '#course'
import { walk } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { announceFile, sendPart } from '#files'
import type { Scope } from '#platform/scope'
import { askForReview, giveVerdict, makeFinding, resolveFinding } from '#validation'
import { demoFile, type Round, type Story } from './material.ts'
import { actorOf, known, type Scene, type Stage } from './stage.ts'

type Course = Story['courses'][number]

interface Front {
  title: string
  objective: string
  tags: string[]
  language: 'en' | 'fr'
  group: string
  author: string
}

/** What becomes of a course while it is written and reviewed. */
interface Desk {
  front: Front
  text: string
  courseId: string
  revision: number
  document: CourseDocument | null
  reviewId: string
}

/** A course from its first draft through every round of review; the first approval publishes it. */
export function courseScenes(stage: Stage, course: Course): Scene[] {
  const text = demoFile(course.file).toString('utf8')
  const front = parse(text.split(/^---$/m)[1] ?? '') as Front
  const desk: Desk = { front, text, courseId: '', revision: 1, document: null, reviewId: '' }
  const drafted: Scene = {
    day: course.drafted,
    turn: 4,
    who: front.author,
    play: (scope) => draftCourse(scope, stage, course, desk),
  }
  return [drafted, ...course.rounds.flatMap((round) => roundScenes(stage, desk, round))]
}

async function draftCourse(scope: Scope, stage: Stage, course: Course, desk: Desk): Promise<void> {
  const { title, objective, tags, language, group } = desk.front
  const groupId = known(stage.groups, group, 'group')
  const needId = known(stage.needs, course.need, 'need')
  const made = await createCourse(scope, { title, objective, groupId, needId, language, tags })
  desk.courseId = made.course.id
  stage.courses.set(course.key, desk.courseId)
  stage.authors.set(course.key, desk.front.author)
  const { pictures } = importMarkdown([{ path: course.file, text: desk.text }])
  const assets: Record<string, string> = {}
  for (const path of pictures) {
    const name = path.split('/').at(-1) ?? path
    const bytes = new Uint8Array(demoFile(path))
    const { id } = await announceFile(scope, { name, size: bytes.length }, { courseId: desk.courseId })
    await sendPart(scope, id, 0, bytes)
    assets[path] = id
  }
  desk.document = readDocument(course.file, desk.text, assets)
  await save(scope, desk, desk.document)
}

/** A file of the demo's material as a document. */
export function readDocument(
  path: string,
  text = demoFile(path).toString('utf8'),
  assets: Record<string, string> = {},
): CourseDocument {
  const { document, report } = importMarkdown([{ path, text }], { assets })
  if (!document) throw new Error(`The demo's course ${path} cannot be read: ${JSON.stringify(report)}`)
  return document
}

async function save(scope: Scope, desk: Desk, document: CourseDocument): Promise<void> {
  const { title, objective, tags, language } = desk.front
  const saved = await saveDraft(scope, desk.courseId, {
    revision: desk.revision,
    title,
    objective,
    tags,
    language,
    document,
  })
  desk.revision = saved.revision
}

function roundScenes(stage: Stage, desk: Desk, round: Round): Scene[] {
  const ask: Scene = {
    day: round.asked,
    turn: 5,
    who: desk.front.author,
    play: async (scope) => {
      if (desk.document) await save(scope, desk, asItStood(desk.document, round.earlier))
      const reviewerIds = round.reviewers.map((key) => actorOf(stage, key).id)
      desk.reviewId = (await askForReview(scope, desk.courseId, { reviewerIds, note: round.note })).id
    },
  }
  const findings = round.findings.flatMap(({ by, day, match, severity, body, suggestion, resolution }) => {
    let findingId = ''
    const make = async (scope: Scope) => {
      if (!desk.document) throw new Error('The demo reviews what was written before.')
      const where = wordsIn(asItStood(desk.document, round.earlier), match)
      findingId = (await makeFinding(scope, desk.reviewId, { ...where, severity, body, suggestion })).id
    }
    const scenes: Scene[] = [{ day, turn: 6, who: by, play: make }]
    const lastDay = Math.max(day, ...round.verdicts.map((one) => one.day))
    const author = desk.front.author
    if (resolution)
      scenes.push({
        day: lastDay,
        turn: 7.5,
        who: author,
        play: (scope) => resolveFinding(scope, findingId, resolution),
      })
    return scenes
  })
  const verdicts = round.verdicts.map(({ by, day, verdict, note }) => ({
    day,
    turn: 7,
    who: by,
    play: (scope: Scope) => giveVerdict(scope, desk.reviewId, { verdict, note }),
  }))
  return [ask, ...findings, ...verdicts]
}

/** The document with the words that stood in it earlier; block ids stay. */
function asItStood(document: CourseDocument, earlier: Round['earlier']): CourseDocument {
  const copy = structuredClone(document)
  for (const { now, then } of earlier) {
    const node = [...walk(copy)].find(({ text }) => text?.includes(now))
    if (!node?.text) throw new Error(`The demo's course does not say “${now}”.`)
    node.text = node.text.replace(now, then)
  }
  return copy
}

/** The block in which a phrase stands; throws when there is none. */
export function findBlock(document: CourseDocument, phrase: string): string {
  const search = (node: unknown, id: string): string | null => {
    const { attrs, text, content } = node as { attrs?: { id?: string }; text?: string; content?: unknown[] }
    const here = attrs?.id ?? id
    if (text?.includes(phrase)) return here
    for (const child of content ?? []) {
      const found = search(child, here)
      if (found) return found
    }
    return null
  }
  const found = search(document, '')
  if (!found) throw new Error(`The demo's course does not say “${phrase}”.`)
  return found
}

/** Words of a course, for a finding on them. */
function wordsIn(document: CourseDocument, quote: string) {
  const blockId = findBlock(document, quote)
  const block = [...walk(document)].find(({ attrs }) => attrs?.id === blockId)
  const start = (block?.content ?? [])
    .map(({ text = '\n' }) => text)
    .join('')
    .indexOf(quote)
  return { blockId, quote, anchor: { kind: 'range' as const, start, quote } }
}

/** What is published of a course now. */
export async function publishedDocument(scope: Scope, courseId: string): Promise<CourseDocument> {
  const { publishedVersion } = await findPublishedCourse(scope, courseId)
  return (await readVersion(scope, courseId, publishedVersion)).document
}
