import { CircleHelp, Heart, History, Lightbulb, ThumbsUp } from 'lucide-react'

/** What each reaction looks like, wherever one gives it. */
export const reactionIcons = {
  like: Heart,
  learned: Lightbulb,
  useful: ThumbsUp,
  outdated: History,
  unclear: CircleHelp,
}
