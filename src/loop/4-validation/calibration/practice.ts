import { notFound } from '#platform/problem'
import { type PracticeCourse, practiceCourses } from './courses.ts'

/** One of the courses to practise on; throws 404. */
export function findPractice(key: string, language: PracticeCourse['language']): PracticeCourse {
  const found = practiceCourses().find((one) => one.key === key && one.language === language)
  if (!found) throw notFound('practice')
  return found
}
