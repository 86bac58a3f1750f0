import { GraduationCap, type LucideIcon, MessageCircleQuestion, Tags } from 'lucide-react'
import type { Step } from '../contract.ts'

/** What one may begin with, the quickest first. */
export const steps: readonly { step: Step; icon: LucideIcon }[] = [
  { step: 'topic', icon: Tags },
  { step: 'answer', icon: MessageCircleQuestion },
  { step: 'academy', icon: GraduationCap },
]
