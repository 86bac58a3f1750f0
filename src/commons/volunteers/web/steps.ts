import { type LucideIcon, MessageCircleQuestion, Tags } from 'lucide-react'
import type { Step } from '../contract.ts'

/** What one may begin with, the quickest first. */
export const steps: readonly { step: Exclude<Step, 'academy'>; icon: LucideIcon }[] = [
  { step: 'topic', icon: Tags },
  { step: 'answer', icon: MessageCircleQuestion },
]
