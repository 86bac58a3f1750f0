import { arrive, ask } from './journey/asking.ts'
import type { Cast } from './journey/cast.ts'
import { find, goRound, lookBack } from './journey/knowing.ts'
import { finish, stop, talk } from './journey/learning.ts'
import type { Story } from './journey/story.ts'
import { validate, write } from './journey/teaching.ts'

/** Takes a need once around the loop, in the browser; gives the addresses of what came of it. */
export async function takeAround(cast: Cast, story: Story) {
  await arrive(cast)
  const needPath = await ask(cast, story)
  await write(cast, story, needPath)
  await validate(cast, story)
  await talk(cast, story)
  await finish(cast, story)
  const coursePath = await stop(cast, story)
  await lookBack(cast, story)
  await goRound(cast, story)
  await find(cast, story)
  return { needPath, coursePath }
}
