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

/**
 * The kinds that an organization weighs. That a course was found outdated is no help that its author gave: it takes off
 * from how many found it useful, and counts for nothing by itself.
 */
export const weighedKinds = signalKinds.filter((kind) => kind !== 'outdated')
export type WeighedKind = (typeof weighedKinds)[number]

/**
 * What is help because somebody says so of somebody else: it goes with who said it. All other kinds are work that somebody
 * did, and stay theirs.
 */
export const saidKinds = [
  'accepted',
  'thanked',
  'commended',
  'useful',
  'outdated',
  'mentioned',
  'endorsed',
  'named',
] as const satisfies SignalKind[]
export const isSaid = (kind: string): boolean => saidKinds.some((one) => one === kind)
