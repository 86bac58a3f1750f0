import { commentOnCourse, setCourseAnswerAccepted } from '#learning'
import type { Scope } from '#platform/scope'
import type { Story } from './material.ts'
import { actorOf, known, type Scene, type Stage } from './stage.ts'
import { findBlock, publishedDocument } from './writing.ts'

/** What is said in courses, answered, and which answers helped. */
export const commentScenes = (stage: Stage, story: Story): Scene[] =>
  story.comments.flatMap((comment) => threadScenes(stage, comment))

/** A text as it is sent: `@(key)` points to whose key it is. */
const sent = (stage: Stage, text: string): string =>
  text.replace(/@\(([\w-]+)\)/g, (_, key: string) => `@[${actorOf(stage, key).id}]`)

function threadScenes(
  stage: Stage,
  { course, match, by, day, text, replies }: Story['comments'][number],
): Scene[] {
  const courseId = () => known(stage.courses, course, 'course')
  let parentId: string | null = null
  const ask = async (scope: Scope) => {
    const anchor = findBlock(await publishedDocument(scope, courseId()), match)
    const body = sent(stage, text)
    parentId = (await commentOnCourse(scope, courseId(), { anchor, quote: match, parentId: null, body })).id
  }
  return [
    { day, turn: 8, who: by, play: ask },
    ...replies.flatMap((reply): Scene[] => {
      let id = ''
      const answer = async (scope: Scope) => {
        const words = { anchor: '', quote: '', parentId, body: sent(stage, reply.text) }
        id = (await commentOnCourse(scope, courseId(), words)).id
      }
      const accept = (scope: Scope) => setCourseAnswerAccepted(scope, courseId(), id, true)
      const scenes: Scene[] = [{ day: reply.day, turn: 8.5, who: reply.by, play: answer }]
      if (reply.accepted !== undefined) scenes.push({ day: reply.accepted, turn: 8.7, who: by, play: accept })
      return scenes
    }),
  ]
}
