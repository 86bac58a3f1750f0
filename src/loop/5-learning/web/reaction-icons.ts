import { CircleHelp, CircleX, Heart, History, Hourglass, Lightbulb, ThumbsUp } from 'lucide-react'

/** What each reaction looks like, wherever one gives it. */
export const reactionIcons = {
  like: Heart,
  learned: Lightbulb,
  useful: ThumbsUp,
  outdated: History,
  unclear: CircleHelp,
  wrong: CircleX,
  long: Hourglass,
}
