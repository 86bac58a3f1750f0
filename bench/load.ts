import type pg from 'pg'
import { createCourse, publishCourse } from '#course'
import { newBlockId } from '#course/document/blocks.ts'
import type { CourseDocument } from '#course/document/schema.ts'
import { startCourse } from '#learning'
import { founding, session } from '#people'
import { nobody, type Scope } from '#platform/scope'
import { inScope, type Runtime } from '#platform/unit'
import { loadCrowd } from './crowd.ts'

/** What the load needs to know of an organization: whom to be, and what to ask for. */
export interface Loaded {
  members: number
  org: string
  cookie: string
  /** How many of its people have a password. */
  accounts: number
  memberId: string
  courseId: string
  stepId: string
  blockId: string
}

/** The address of one of those who have a password; 0 is the protagonist. */
export const emailOf = ({ members }: { members: number }, index: number) =>
  index === 0 ? `ada-${members}@bench.example` : `m${index + 1}-${members}@bench.example`

export const password = 'a long enough phrase'

const text = (words: string) => ({
  type: 'paragraph',
  attrs: { id: newBlockId() },
  content: [{ type: 'text', text: words }],
})
const sentence =
  'Wait until the drift over one minute is below a tenth of your tolerance, then take the zero three times. '

/** A course of eight steps of some 300 words, with a question on the second. */
function document(blockId: string): CourseDocument {
  const content = Array.from({ length: 8 }, (_, index) => ({
    type: 'step',
    attrs: { id: newBlockId(), title: `Step ${index + 1}` },
    content: [
      ...Array.from({ length: 5 }, () => text(sentence.repeat(3))),
      ...(index === 1 ? [question(blockId)] : []),
    ],
  }))
  return { type: 'doc', content } as CourseDocument
}

const question = (id: string) => ({
  type: 'question',
  attrs: {
    id,
    kind: 'truefalse',
    prompt: 'Zero is a measurement.',
    points: 1,
    answer: true,
    feedback: { right: 'Yes.', wrong: 'No.' },
  },
})

const request = {
  address: 'bench',
  agent: 'bench',
  secure: false,
  locale: 'en',
  bytes: null,
  range: undefined,
  knows: undefined,
  signal: new AbortController().signal,
}

/** The course that the protagonist learns: somebody else has written it. */
async function writeCourse(scope: Scope, members: number, blockId: string): Promise<string> {
  const author = await founding.addMember(scope, {
    name: 'Dana Reyes',
    email: `dana-${members}@bench.example`,
    title: 'Metrologist',
    locale: 'en',
    groupId: scope.org,
    role: 'leader',
  })
  const writing = { ...scope, actor: { ...scope.actor, id: author.id } }
  const { course } = await createCourse(writing, {
    title: 'Zero it',
    objective: 'You can zero it.',
    groupId: scope.org,
    needId: null,
    language: 'en',
    tags: [],
    document: document(blockId),
  })
  await publishCourse(writing, course.id, null)
  return course.id
}

/** An organization of `members` people with half a year behind it: the crowd by SQL, the protagonist by the verbs. */
export async function loadOrganization(runtime: Runtime, owner: pg.Pool, members: number): Promise<Loaded> {
  const now = new Date()
  const blockId = newBlockId()
  const accounts = Math.min(members, 500)
  const made = await inScope(
    runtime,
    { org: nobody.id, readOnly: false, now },
    () => nobody,
    async (scope) => {
      const { memberId } = await founding.addOrganization(scope, {
        organization: `Bench ${members}`,
        name: 'Ada Winter',
        email: emailOf({ members }, 0),
        password,
        locale: 'en',
      })
      const courseId = await writeCourse(scope, members, blockId)
      const { stepId } = await startCourse(scope, courseId)
      const { headers } = await session.openSession(scope, memberId, request)
      return {
        org: scope.org,
        memberId,
        courseId,
        stepId,
        cookie: headers['set-cookie']?.split(';')[0] ?? '',
      }
    },
  )
  await loadCrowd(owner, { ...made, members, blockId, sentence })
  return { ...made, members, accounts, blockId }
}

/** Fresh statistics, as a database that has run for a while has them. */
export const analyze = (owner: pg.Pool) => owner.query('vacuum analyze')
