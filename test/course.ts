import { publishCourse } from '#course'
import * as courses from '#course/contract.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import type { Organization, Person } from './organization.ts'

/** A block id that is easy to read in a test: `b1` is `b1AAAAAAAAAA`. */
export const blockId = (short: string): string => short.padEnd(12, 'A')

export const words = (id: string, text: string) => ({
  type: 'paragraph',
  attrs: { id: blockId(id) },
  content: [{ type: 'text', text }],
})
export const truth = (id: string) => ({
  type: 'question',
  attrs: {
    id: blockId(id),
    kind: 'truefalse',
    prompt: `Is ${id} so?`,
    points: 1,
    answer: true,
    feedback: { right: 'The right words', wrong: 'The wrong words' },
  },
})

/** A document of steps, each with its blocks; a step without any says its own name. */
export const documentOf = (steps: Record<string, unknown[]>): CourseDocument =>
  ({
    type: 'doc',
    content: Object.entries(steps).map(([id, content]) => ({
      type: 'step',
      attrs: { id: blockId(id), title: `Step ${id}` },
      content: content.length > 0 ? content : [words(`w${id}`, `Words of ${id}`)],
    })),
  }) as unknown as CourseDocument

/** Writes a draft over what is there. */
export async function write(author: Person, courseId: string, document: CourseDocument): Promise<void> {
  const params = { courseId }
  const { course, revision } = await author.does(courses.getDraft, { params })
  const { title, objective, tags, language } = course
  await author.does(courses.saveDraft, {
    params,
    body: { revision, title, objective, tags, language, document },
  })
}

/** A course of these steps, published. */
export async function published(
  org: Organization,
  author: Person,
  document: CourseDocument,
  groupId = org.root,
): Promise<string> {
  const { course } = await author.does(courses.createCourse, {
    body: { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId },
  })
  await publishAgain(org, author, course.id, document)
  return course.id
}

/** The next version of a course, published; the reactions to it have run. */
export async function publishAgain(
  org: Organization,
  author: Person,
  courseId: string,
  document: CourseDocument,
): Promise<void> {
  await write(author, courseId, document)
  await org.as((scope) => publishCourse(scope, courseId, null))
  await org.settle()
}
