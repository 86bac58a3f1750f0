import { groundOf } from './ground.ts'
import { type Letter, lettersOf } from './letters.ts'
import { linesOf } from './lines.ts'
import { contrastOfLine } from './measure.ts'
import { halved, onWhite, type Picture } from './tone.ts'

/** Letters that are small in a picture of more pixels than this are too small to read on a page. */
const mostLookedAt = 4_000_000
const smallest = 24
const mostHalvings = 6

export interface Line {
  letters: readonly Letter[]
  /** How many times the picture in which it was found is smaller than the whole. */
  factor: number
  contrast: number
}

/** Every line of words that is found for sure, at whatever size, each with its contrast. */
export function* linesIn(picture: Picture): Generator<Line> {
  const whole = onWhite(picture)
  let seen = whole
  for (let halvings = 0; halvings <= mostHalvings; halvings += 1) {
    if (Math.min(seen.width, seen.height) < smallest) return
    const factor = 2 ** halvings
    const isTooLarge = seen.width * seen.height > mostLookedAt
    const letters = isTooLarge ? [] : lettersOf(seen, groundOf(seen))
    for (const line of linesOf(letters)) {
      const contrast = contrastOfLine(whole, line, factor)
      if (contrast !== null) yield { letters: line, factor, contrast }
    }
    seen = halved(seen)
  }
}

/**
 * The contrast of the words in a picture with what they stand on, that of the palest line: 1 to 21, as WCAG 2.2
 * reckons. Null where no words are found for sure: better nothing than a false alarm.
 */
export function contrastOfWords(picture: Picture): number | null {
  let lowest: number | null = null
  for (const { contrast } of linesIn(picture)) if (lowest === null || contrast < lowest) lowest = contrast
  return lowest
}
