/** The templates that come with Cairn (content/templates), by key. */
export const originals = [
  'expert-interview',
  'how-to',
  'lesson-learned',
  'onboarding',
  'one-thing',
  'product-update',
  'safety-procedure',
] as const
export type Original = (typeof originals)[number]

export const isOriginal = (key: string): key is Original => (originals as readonly string[]).includes(key)
