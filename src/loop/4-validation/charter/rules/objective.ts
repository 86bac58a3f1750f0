import { type Check, ofCourse } from '../checked.ts'

/** A course says, in so many words at least, what one can do afterwards. */
export const objective: Check = (course, words) => {
  const said = course.objective.split(/\s+/).filter(Boolean).length
  return said >= words ? [] : [ofCourse({ words, said })]
}
