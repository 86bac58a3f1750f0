/** What kinds of help there are; each is worth what the organization says. Their places are stored: a new one comes last. */
export const signalKinds = [
  'published',
  'answered',
  'accepted',
  'reviewed',
  'thanked',
  'useful',
  'outdated',
  'claimed',
  'mentioned',
  'endorsed',
  'named',
  'commended',
] as const
export type SignalKind = (typeof signalKinds)[number]
