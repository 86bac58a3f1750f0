import type { z } from 'zod'
import type { getCourse } from '#course/contract.ts'
import type { getProgress } from '../contract.ts'

/** A course as its page shows it. */
export type Course = z.output<(typeof getCourse)['returns']>

/** What talk inside a course has to know of it. */
export type TalkedOf = Pick<Course, 'id' | 'author' | 'group'>

/** Where one stands in it. */
export type Standing = z.output<(typeof getProgress)['returns']>
