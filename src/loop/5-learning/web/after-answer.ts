import { createContext, type ReactNode } from 'react'

/** What stands below a question of somebody else that the reader has just answered, where the page that shows the talk has something. */
export const AfterAnswer = createContext<ReactNode>(null)
