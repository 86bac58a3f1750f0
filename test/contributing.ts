import type { z } from 'zod'
import { makeContribution } from '#ladder/contribution.contract.ts'
import { blockId, documentOf, published, words } from './course.ts'
import type { Person } from './organization.ts'
import { picture } from './picture.ts'
import { sendAhead } from './sending.ts'
import type { World } from './world.ts'

type Content = z.input<(typeof makeContribution)['body']>['content']

export const tip = (text = 'Leave it on the bench for an hour.') => ({ kind: 'tip' as const, text })
export const edit = (old: string, said: string, why = '') => ({
  ...{ kind: 'edit' as const, old },
  ...{ words: said, why },
})
export const step = (title: string, text: string) => ({ kind: 'step' as const, title, text })
export const clip = (fileId: string, caption = 'The bench at minus ten') => ({
  ...{ kind: 'clip' as const, fileId, caption },
})

/** A question with one right answer and one wrong one, which says why it is wrong. */
export const asks = (prompt = 'What comes first?', why = 'Cold, it drifts.') => ({
  kind: 'question' as const,
  question: {
    ...{ id: blockId('cq'), kind: 'single' as const, prompt, points: 1, feedback: { right: '', wrong: '' } },
    options: [
      { id: blockId('co1'), text: 'Warm it up', correct: true, feedback: '' },
      { id: blockId('co2'), text: 'Zero it', correct: false, feedback: why },
    ],
  },
})

/** A company with a published course of Dana’s, and Mei who reads it. */
export async function readers(world: World, isPrivate = false) {
  const org = await world.organization()
  const groupId = isPrivate ? await org.group('Secret lab', { private: true }) : org.root
  const [dana, mei] = [
    await org.person('Dana Reyes', 'leader', groupId),
    await org.person('Mei Tanaka', 'learner', groupId),
  ]
  const document = documentOf({
    s1: [words('p1', 'Warm it up.'), words('p2', 'Then zero it.')],
    s2: [words('p3', 'Read it.')],
  })
  return { org, dana, mei, groupId, document, courseId: await published(org, dana, document, groupId) }
}

/** What is sent to give something behind a block of the first step, or to change that block. */
export const given = (courseId: string, content: Content, on: string | null = 'p1') => ({
  params: { courseId },
  body: { stepId: blockId('s1'), blockId: on && blockId(on), content },
})

/** A picture and a tip that somebody gave to a course and that wait for its author. */
export async function contributingIn(insider: Person, courseId: string) {
  const fileId = await sendAhead(insider, 'secret.png', picture(4, 3))
  const waiting = await insider.does(makeContribution, given(courseId, clip(fileId, 'A secret bench')))
  const other = await insider.does(makeContribution, given(courseId, tip('A secret tip')))
  return { contributionId: waiting.id, tipId: other.id }
}
