import * as talk from '#learning/talk.contract.ts'
import { blockId, documentOf, published, words } from './course.ts'
import type { Person } from './organization.ts'
import type { World } from './world.ts'

/** Two steps with a passage each. */
export const twoSteps = { s1: [words('p1', 'Warm it up')], s2: [words('p2', 'Zero it')] }

/** A course of Dana in the lab, where Lena leads too, and four who may read it. */
export async function readIn(world: World) {
  const org = await world.organization()
  const lab = await org.group('Lab')
  const [dana, lena] = [
    await org.person('Dana Reyes', 'leader', lab),
    await org.person('Lena Vogt', 'leader', lab),
  ]
  const readers: Person[] = []
  for (const name of ['Mei Tanaka', 'Kofi Mensah', 'Ines Sole', 'Otto Berg'])
    readers.push(await org.person(name))
  const courseId = await published(org, dana, documentOf(twoSteps), lab)
  return { org, lab, dana, lena, readers, courseId, params: { courseId } }
}

type Kind = 'like' | 'learned' | 'useful' | 'outdated' | 'unclear' | 'wrong' | 'long'

/** Each of some readers says the same of a course, or of one of its passages; what follows from it has happened. */
export async function say(
  world: World,
  readers: readonly Person[],
  courseId: string,
  kind: Kind,
  block = '',
) {
  const query = { anchor: block && blockId(block) }
  for (const reader of readers) await reader.does(talk.reactToCourse, { params: { courseId, kind }, query })
  await world.settle()
}
