/** Every address of the web client. Links are made here and nowhere else. */
export const paths = {
  home: '/',
  welcome: '/welcome',
  signIn: '/sign-in',
  forgotten: '/forgotten',
  resetPassword: '/reset/:token',
  unsubscribe: '/unsubscribe/:letter',
  invitation: '/invitation/:token',
  learn: '/learn',
  course: '/courses/:courseId',
  player: '/courses/:courseId/steps/:stepId',
  courseHealth: '/courses/:courseId/health',
  courseLearners: '/courses/:courseId/learners',
  ask: '/ask',
  need: '/ask/needs/:needId',
  volunteer: '/volunteer',
  experts: '/ask/experts',
  raiseNeed: '/ask/new',
  member: '/people/:memberId',
  create: '/create',
  newCourse: '/create/new',
  editor: '/create/courses/:courseId',
  versions: '/create/courses/:courseId/versions',
  templates: '/create/templates',
  template: '/create/templates/:templateId',
  templateEditor: '/create/templates/:templateId/edit',
  reviews: '/create/reviews',
  review: '/create/reviews/:reviewId',
  charter: '/create/charter',
  policies: '/create/policies',
  reviewQueue: '/create/queue',
  practice: '/create/practice',
  practiceCourse: '/create/practice/:practice',
  health: '/create/health',
  contributions: '/create/contributions',
  groupHealth: '/lead/health',
  leavers: '/lead/leavers',
  lead: '/lead',
  campaigns: '/lead/campaigns',
  campaign: '/lead/campaigns/:campaignId',
  campaignLetter: '/campaigns/:letter',
  campaignCall: '/calls/:campaignId',
  campaignTerms: '/settings/campaigns',
  funnel: '/lead/funnel',
  academy: '/lead/academy',
  leadersCommunity: '/lead/community',
  protectedTime: '/lead/time',
  communityPost: '/lead/community/posts/:postId',
  topics: '/lead/topics',
  weights: '/lead/weights',
  knowledgeMap: '/lead/map',
  surveys: '/lead/surveys',
  survey: '/surveys/:surveyId',
  network: '/lead/network',
  loop: '/impact',
  loopStage: '/impact/:stage',
  thanks: '/thanks',
  points: '/thanks/points',
  bonuses: '/thanks/bonuses',
  boards: '/thanks/boards',
  celebration: '/thanks/months/:month',
  yearInReview: '/thanks/years/:year',
  rewards: '/rewards',
  myRedemptions: '/rewards/mine',
  redemptions: '/rewards/requests',
  draw: '/rewards/draws/:drawId',
  earning: '/thanks/earning',
  me: '/me',
  held: '/me/held',
  settings: '/settings',
  people: '/settings/people',
  invite: '/settings/people/invite',
  groups: '/settings/groups',
  group: '/settings/groups/:groupId',
  badges: '/settings/badges',
  newBadge: '/settings/badges/new',
  badge: '/settings/badges/:badgeId',
  rewardDesigns: '/settings/rewards',
  newReward: '/settings/rewards/new',
  reward: '/settings/rewards/:rewardId',
  verifyBadge: '/verify',
  sharedBadge: '/verify/:token',
  rules: '/settings/rules',
  newRule: '/settings/rules/new',
  rule: '/settings/rules/:ruleId',
  fairness: '/fairness',
  rings: '/fairness/rings',
  purposes: '/settings/purposes',
  imports: '/settings/imports',
  apiKeys: '/settings/keys',
  apiDocs: '/api/docs',
  devUi: '/dev/ui',
} as const

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** Fills an address: `linkTo(paths.need, { needId })`. `query` and `at` (a block or comment id) come behind it. */
export function linkTo<Path extends string>(
  path: Path,
  ...[params, extra]: [Names<Path>] extends [never]
    ? [params?: Record<string, never>, extra?: LinkExtra]
    : [params: Record<Names<Path>, string>, extra?: LinkExtra]
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent((params as Record<string, string> | undefined)?.[name] ?? ''),
  )
  const query = new URLSearchParams(extra?.query ?? {}).toString()
  return `${filled}${query && `?${query}`}${extra?.at ? `#${extra.at}` : ''}`
}

interface LinkExtra {
  query?: Record<string, string>
  at?: string
}
