import { createContext, type RefObject, useContext } from 'react'
import type { Block } from '#course/document/schema.ts'
import type { Finding, Review } from '../contract.ts'
import type { NewAnchor } from '../finding.contract.ts'
import type { Passage } from './passage.ts'
import type { Placed } from './placed.ts'

/** One step of a review as it is read: what stands where, and what is being said about it. */
export interface Room {
  review: Review
  root: RefObject<HTMLElement | null>
  blocks: Map<string, Block>
  texts: Map<string, string>
  places: Map<string, string>
  placed: readonly Placed[]
  /** What is being said something about. */
  passage: Passage | null
  open: (passage: Passage) => void
  /** Says what of the block is meant instead. */
  move: (anchor: NewAnchor) => void
  /** Ends what is being said about a block. */
  close: (blockId: string) => void
  /** Leads to what a finding is about. */
  show: (finding: Finding) => void
}

const RoomContext = createContext<Room | null>(null)
export const RoomProvider = RoomContext.Provider

export function useRoom(): Room {
  const room = useContext(RoomContext)
  if (!room) throw new Error('This stands in a step of a review only.')
  return room
}
