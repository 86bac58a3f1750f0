/** Whether a rule is not looked at, says what is wrong, or stops a course from being reviewed until it is put right. */
export const levels = ['off', 'warn', 'block'] as const
export type Level = (typeof levels)[number]

/** The rules of a charter, in the order they are told. */
export const ruleNames = [
  'objective',
  'template',
  'objectives-covered',
  'step-length',
  'reading-level',
  'heading-order',
  'alt-text',
  'contrast',
  'captions',
  'feedback',
  'links',
  'sources',
  'expiry',
  'personal-data',
] as const
export type RuleName = (typeof ruleNames)[number]

interface Usual {
  level: Level
  /** The one figure that an organization may set, and within what; rules without one have none. */
  figure: { usual: number; least: number; most: number } | null
}

/** What holds until an organization says otherwise: what shuts people out or leads nowhere stops a course, the rest warns. */
export const usualRules: Record<RuleName, Usual> = {
  /** At least so many words. */
  objective: { level: 'block', figure: { usual: 4, least: 1, most: 40 } },
  template: { level: 'block', figure: null },
  'objectives-covered': { level: 'warn', figure: null },
  /** At most so many minutes. */
  'step-length': { level: 'warn', figure: { usual: 10, least: 1, most: 60 } },
  /** At least so easy, on a scale up to a hundred. */
  'reading-level': { level: 'warn', figure: { usual: 35, least: 0, most: 90 } },
  'heading-order': { level: 'warn', figure: null },
  'alt-text': { level: 'block', figure: null },
  /** At least so many to one: 3 is what WCAG 2.2 asks of large words, which those in a picture may be shown as. */
  contrast: { level: 'warn', figure: { usual: 3, least: 2, most: 7 } },
  captions: { level: 'warn', figure: null },
  feedback: { level: 'warn', figure: null },
  links: { level: 'block', figure: null },
  sources: { level: 'warn', figure: null },
  /** Within so many months. */
  expiry: { level: 'warn', figure: { usual: 24, least: 1, most: 120 } },
  'personal-data': { level: 'warn', figure: null },
}
