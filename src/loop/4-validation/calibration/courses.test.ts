import { expect, test } from 'vitest'
import { courseDocument } from '#course/document/schema.ts'
import { usualCriteria } from '../criteria/names.ts'
import { type PracticeCourse, placesIn, practiceCourses } from './courses.ts'

const inEach = (language: PracticeCourse['language']) =>
  practiceCourses().filter((one) => one.language === language)

test('each course to practise on is a whole course, with an objective of its own', () => {
  for (const { document, objective } of practiceCourses()) {
    expect(courseDocument.safeParse(document).error).toBeUndefined()
    expect(objective.split(/\s+/).length).toBeGreaterThan(4)
  }
})

test('it is the same course in each language: steps, kinds of blocks, defects, criteria and levels', () => {
  const shapeOf = ({ key, document, defects, levels }: PracticeCourse) => ({
    key,
    steps: document.content.map(({ attrs, content }) => [
      attrs.id,
      content.map((block) => [block.type, JSON.stringify(block).match(/"id":"\w+"/g)]),
    ]),
    defects: defects.map(({ at, criterion }) => [at, criterion]),
    levels: usualCriteria.map((criterion) => levels[criterion].level),
  })
  expect(inEach('fr').map(shapeOf)).toEqual(inEach('en').map(shapeOf))
  expect(inEach('en').length).toBeGreaterThanOrEqual(3)
})

test('each defect stands where there is something, in words, and shows in the level of its criterion or is made up for elsewhere', () => {
  for (const course of practiceCourses())
    for (const { at, criterion, what } of course.defects) {
      expect(placesIn(course)).toEqual(expect.arrayContaining(at))
      expect(what.length).toBeGreaterThan(40)
      expect(course.levels[criterion].level).toBeLessThan(4)
    }
})

test('each level has a reason, one course is good, and the courses tell the four levels and most criteria apart', () => {
  const all = inEach('en').flatMap(({ levels }) => Object.values(levels))
  for (const { why } of all) expect(why.length).toBeGreaterThan(40)
  expect(new Set(all.map(({ level }) => level))).toEqual(new Set([1, 2, 3, 4]))
  const good = inEach('en').filter(({ defects }) => defects.length === 0)
  expect(good.length).toBeGreaterThan(0)
  for (const { levels } of good) expect(Object.values(levels).every(({ level }) => level >= 3)).toBe(true)
  const told = inEach('en').flatMap(({ defects }) => defects.map(({ criterion }) => criterion))
  expect(new Set(told)).toEqual(new Set(usualCriteria))
})
