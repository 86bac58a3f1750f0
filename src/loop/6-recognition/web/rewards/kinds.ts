import { Gift, HandHeart, type LucideIcon, Package, Palmtree, UtensilsCrossed } from 'lucide-react'
import type { Reward } from '../../reward.contract.ts'

/** What stands for each kind of reward: there is no picture to keep, and none to look for. */
export const kindIcons: Record<Reward['kind'], LucideIcon> = {
  thing: Package,
  gift: Gift,
  donation: HandHeart,
  'time-off': Palmtree,
  'time-with': UtensilsCrossed,
}
