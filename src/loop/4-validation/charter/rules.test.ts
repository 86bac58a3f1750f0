import { expect, test } from 'vitest'
import { courseDocument } from '#course/document/schema.ts'
import type { Checked } from './checked.ts'
import { balance } from './fixtures/balance.fr.ts'
import { breaks } from './fixtures/breaks.ts'
import { dialGauge } from './fixtures/dial-gauge.ts'
import { ruleNames, usualRules } from './names.ts'
import { easeOf, readingEase } from './rules/reading-level.ts'
import { checkCourse } from './rules.ts'

const good: [string, Checked][] = [
  ['English', dialGauge],
  ['French', balance],
]
/** Every rule switched on, with the figure that is usual. */
const all = ruleNames.map((rule) => ({
  rule,
  level: 'warn' as const,
  figure: usualRules[rule].figure?.usual ?? 0,
}))

test.each(good)('a good course in %s is a course, and no rule finds anything in it', (_, course) => {
  expect(courseDocument.safeParse(course.document).error).toBeUndefined()
  expect(checkCourse(course, all)).toEqual([])
})

test('every rule has something that breaks it', () => {
  expect(new Set(breaks.map(({ rule }) => rule))).toEqual(new Set(ruleNames))
})

test.each(breaks)(
  '$what: $rule says so, once, where it is, and no other rule does',
  ({ rule, at, change }) => {
    let done = 0
    for (const [, course] of good) {
      const broken = structuredClone(course)
      if (!change(broken)) continue
      done += 1
      expect(courseDocument.safeParse(broken.document).error).toBeUndefined()
      const faults = checkCourse(broken, all)
      expect(faults.map((fault) => fault.rule)).toEqual([rule])
      const place = {
        course: [null, null],
        step: [expect.any(String), null],
        block: [expect.any(String), expect.any(String)],
      }
      expect(faults.map(({ stepId, blockId }) => [stepId, blockId])).toEqual([place[at]])
    }
    expect(done).toBeGreaterThan(0)
  },
)

test('a rule that is off finds nothing, and a fault says whether it stops the course', () => {
  const broken = { ...dialGauge, objective: '' }
  const one = (level: 'off' | 'warn' | 'block') =>
    checkCourse(broken, [{ rule: 'objective', level, figure: 4 }])
  expect(one('off')).toEqual([])
  expect(one('warn')).toMatchObject([{ level: 'warn', values: { words: 4, said: 0 } }])
  expect(one('block')).toMatchObject([{ level: 'block' }])
})

test('a text reads as easily as the published formulas say', () => {
  // Six words of a syllable each in a sentence: 206.835 - 1.015 * 6 - 84.6, and 207 - 1.015 * 3 - 73.6 in French.
  expect(easeOf(['The', 'cat', 'sat', 'on', 'the', 'mat'], 1, 'en')).toBeCloseTo(116.145, 9)
  expect(easeOf(['Le', 'chat', 'dort'], 1, 'fr')).toBeCloseTo(130.355, 9)
  // Four syllables, and two.
  expect(easeOf(['calibration'], 1, 'en')).toBeCloseTo(206.835 - 1.015 - 84.6 * 4, 9)
  expect(easeOf(['table'], 1, 'en')).toBeCloseTo(206.835 - 1.015 - 84.6 * 2, 9)
  expect(easeOf(['montagnes'], 1, 'fr')).toBeCloseTo(207 - 1.015 - 73.6 * 2, 9)
  expect(readingEase('Too few words to tell.', 'en')).toBeNull()
})

test.each([
  'Standards ISO 9001:2015, IEC 60751 and DIN EN 837-1 hold.',
  'On 2026-11-26 at 10:30 the reading was 1013.25 hPa, or 0.101325 MPa.',
  'Part 4711-0815-2342-1234, serial 1000 2000 3000 4001.',
  'Write to help@example.com, or to somebody@lab.test.',
  'Between 1 000 000 000 000 and 10 000 000 000 000 Hz.',
  'Le 06/12/2026, série 1 84 12 76 451 089 45, à 0,5 % près.',
])('what is nobody’s is not taken for theirs: %s', (words) => {
  const course = structuredClone(dialGauge)
  course.objective = words
  expect(checkCourse(course, all)).toEqual([])
})
