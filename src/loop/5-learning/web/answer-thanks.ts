import { createContext, type ReactNode } from 'react'
import type { Comment } from '#talk/contract.ts'

/** What a reader may do for who answered, where the page that shows the talk offers something. */
export const AnswerThanks = createContext<((answer: Comment, courseId: string) => ReactNode) | null>(null)
