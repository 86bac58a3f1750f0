/** What kinds of help there are; each is worth what the organization says. */
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
] as const
export type SignalKind = (typeof signalKinds)[number]
