// Generated from db/migrations by src/platform/db/generate-tables.ts. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** Read as an ISO string, written as a Date or an ISO string. */
export type Moment = ColumnType<string, Date | string, Date | string>

/** Read as parsed JSON, written as a JSON string. */
export type Json = ColumnType<unknown, string, string>

export interface Academies {
  orgId: string
  groupId: string
  badgeId: string
  openedBy: string
  openedAt: Moment
  closedAt: Moment | null
}

export interface AcademyCourses {
  orgId: string
  language: string
  place: number
  courseId: string | null
  stoppedBy: string | null
  isHidden: Generated<boolean>
}

export interface AcademyMembers {
  orgId: string
  memberId: string
  startedAt: Moment
  practiceId: string | null
  trainedAt: Moment | null
  completedAt: Moment | null
  awardId: string | null
}

export interface Answers {
  orgId: string
  id: string
  courseId: string
  memberId: string
  blockId: string
  version: number
  response: Json
  correct: boolean
  score: number
  at: Moment
}

export interface ApiKeys {
  orgId: string
  id: string
  name: string
  opens: string
  tokenHash: string
  addedBy: string
  addedAt: Moment
  expiresAt: Moment
  usedAt: Moment | null
  revokedAt: Moment | null
}

export interface AskedExperts {
  orgId: string
  needId: string
  memberId: string
  wave: number
  askedAt: Moment
  answer: string | null
  answeredAt: Moment | null
}

export interface Askings {
  orgId: string
  needId: string
  askedBy: string
  askedAt: Moment
  wave: number
  widensAt: Moment | null
}

export interface Assets {
  orgId: string
  id: string
  courseId: string | null
  name: string
  size: number
  received: Generated<number>
  mediaType: string | null
  sha256: string | null
  width: number | null
  height: number | null
  uploadedBy: string
  startedAt: Moment
  finishedAt: Moment | null
  refused: string | null
  keptAt: Moment | null
  fingerprint: string | null
}

export interface BadgeAwards {
  orgId: string
  id: string
  badgeId: string
  version: number
  level: number
  memberId: string
  awardedBy: string | null
  ruleId: string | null
  ruleMadeBy: string | null
  reason: string
  courseId: string | null
  awardedAt: Moment
  revokedAt: Moment | null
  revokedBy: string | null
  revokeReason: string | null
  isShown: Generated<boolean>
}

export interface BadgeCredentials {
  orgId: string
  awardId: string
  keyId: string
  jwt: string
  statusList: number
  statusIndex: number
  link: string | null
}

export interface BadgeKeys {
  orgId: string
  id: string
  publicKey: string
  privateKey: string
  madeAt: Moment
  retiredAt: Moment | null
}

export interface BadgeVersions {
  orgId: string
  badgeId: string
  number: number
  name: string
  description: string
  criteria: string
  levels: Json
  drawing: Json
  madeBy: string
  madeAt: Moment
}

export interface Badges {
  orgId: string
  id: string
  version: number
  awarders: string
  isPublic: boolean
  changedAt: Moment
  archivedAt: Moment | null
}

export interface BoardAbsences {
  orgId: string
  memberId: string
  since: Moment
}

export interface BoardSettings {
  orgId: string
  mode: string
  isAnonymous: boolean
  changedBy: string
  changedAt: Moment
}

export interface BonusBudgets {
  orgId: string
  groupId: string
  unit: string
  period: string
  amount: number
  changedBy: string
  changedAt: Moment
}

export interface BonusSettings {
  orgId: string
  currency: string
  chain: string[]
  every: string
  changedBy: string
  changedAt: Moment
}

export interface BonusSteps {
  orgId: string
  bonusId: string
  number: number
  approver: string
  verdict: string | null
  note: Generated<string>
  decidedBy: string | null
  decidedAt: Moment | null
}

export interface Bonuses {
  orgId: string
  id: string
  memberId: string
  groupId: string
  unit: string
  amount: number
  period: string
  reason: string
  proposedBy: string | null
  ruleId: string | null
  proposedAt: Moment
  state: string
  settledAt: Moment | null
  exportId: string | null
  returnedBy: string | null
  returnedWhy: string | null
  ruleVersion: number | null
}

export interface CampaignJourneys {
  orgId: string
  campaignId: string
  memberId: string
  step: string | null
  variant: number | null
  reachedAt: Moment | null
  openedAt: Moment | null
  answer: string | null
  answeredAt: Moment | null
  isForLeaders: Generated<boolean>
}

export interface CampaignMembers {
  orgId: string
  campaignId: string
  memberId: string
  enteredAt: Moment
  answer: string | null
  answeredAt: Moment | null
  answeredStep: string | null
  answeredVariant: number | null
  nominatedAt: Moment | null
}

export interface CampaignPosts {
  orgId: string
  campaignId: string
  step: string
  channelId: string
  dueAt: Moment
  state: Generated<string>
  why: Generated<string>
  tries: Generated<number>
  at: Moment
}

export interface CampaignSends {
  orgId: string
  campaignId: string
  step: string
  memberId: string
  variant: number
  channel: string
  dueAt: Moment
  state: Generated<string>
  why: Generated<string>
  tries: Generated<number>
  at: Moment
  openedAt: Moment | null
  isUntold: Generated<boolean>
}

export interface CampaignSettings {
  orgId: string
  capTimes: number
  capDays: number
  countsOpens: boolean
  needsApproval: boolean
  changedBy: string
  changedAt: Moment
}

export interface Campaigns {
  orgId: string
  id: string
  groupId: string
  name: string
  body: Json
  version: Generated<number>
  state: string
  madeBy: string
  madeAt: Moment
  stateBy: string | null
  stateAt: Moment
  stateWords: Generated<string>
  launchedAt: Moment | null
  endsAt: Moment | null
  keptAt: Moment | null
  archivedAt: Moment | null
  mendedBy: Generated<string[]>
}

export interface Celebrations {
  orgId: string
  month: string
  words: string
  postedBy: string
  postedAt: Moment
  withdrawnAt: Moment | null
}

export interface CharterRules {
  orgId: string
  groupId: string
  rule: string
  level: string
  figure: number | null
  setBy: string
  setAt: Moment
}

export interface ChatChannels {
  orgId: string
  id: string
  name: string
  url: string
  addedBy: string
  addedAt: Moment
  removedAt: Moment | null
}

export interface Claims {
  orgId: string
  id: string
  needId: string
  memberId: string
  claimedAt: Moment
  releasedAt: Moment | null
}

export interface Coaches {
  orgId: string
  memberId: string
  atOnce: number
  since: Moment
}

export interface Coachings {
  orgId: string
  id: string
  askerId: string
  coachId: string
  topicId: string | null
  words: string
  state: string
  askedAt: Moment
  answeredAt: Moment | null
  note: Generated<string>
  endedAt: Moment | null
  endedBy: string | null
  remindAt: Moment | null
}

export interface CommendationsPutOff {
  orgId: string
  byId: string
  memberId: string
  until: Moment
}

export interface CommentMentions {
  orgId: string
  commentId: string
  memberId: string
  at: Moment
}

export interface Comments {
  orgId: string
  id: string
  subject: string
  subjectId: string
  anchor: Generated<string>
  quote: Generated<string>
  parentId: string | null
  authorId: string
  body: string
  madeAt: Moment
  editedAt: Moment | null
  removedAt: Moment | null
  removedBy: string | null
  acceptedId: string | null
  acceptedAt: Moment | null
}

export interface CommunityDigests {
  orgId: string
  week: string
  begunAt: Moment
  doneTo: string | null
  letters: Generated<number>
  finishedAt: Moment | null
}

export interface CommunityPosts {
  orgId: string
  id: string
  groupId: string
  kind: string
  title: string
  words: string
  steps: ColumnType<unknown, string | undefined, string>
  templateId: string | null
  authorId: string
  postedAt: Moment
  editedAt: Moment | null
  withdrawnAt: Moment | null
  pinnedAt: Moment | null
  pinnedBy: string | null
}

export interface Contests {
  orgId: string
  id: string
  memberId: string
  body: string
  madeAt: Moment
  answer: string | null
  answeredBy: string | null
  answeredAt: Moment | null
}

export interface Contributions {
  orgId: string
  id: string
  courseId: string
  memberId: string
  kind: string
  stepId: string
  blockId: string | null
  content: Json
  fileId: string | null
  edition: Generated<number>
  madeAt: Moment
  changedAt: Moment
  state: Generated<string>
  decidedAt: Moment | null
  decidedBy: string | null
  words: Generated<string>
  placed: Json | null
  creditedAt: Moment | null
  creditedVersion: number | null
}

export interface CountedAbouts {
  orgId: string
  number: number
  subjectId: string | null
  tag: string | null
}

export interface CountedActs {
  orgId: string
  memberId: string
  number: number | null
  acts: Buffer | null
}

export interface CountedBases {
  orgId: string
  begunAt: Moment
  madeAt: Moment | null
}

export interface CountedFunnels {
  orgId: string
  at: Moment
}

export interface CourseSuccessions {
  orgId: string
  id: string
  fromId: string
  toId: string
  madeBy: string
  madeAt: Moment
  undoneAt: Moment | null
}

export interface CourseVerifications {
  orgId: string
  id: string
  courseId: string
  version: number
  memberId: string
  at: Moment
  until: string | null
  before: string | null
}

export interface CourseVersions {
  orgId: string
  courseId: string
  number: number
  title: string
  objective: string
  document: Json
  madeBy: string
  madeAt: Moment
  reason: string
  steps: number
  questions: number
  minutes: number
  tags: string[] | null
  language: string | null
}

export interface Courses {
  orgId: string
  id: string
  groupId: string
  needId: string | null
  authorId: string
  title: string
  objective: Generated<string>
  language: string
  tags: Generated<string[]>
  createdAt: Moment
  draft: Json
  draftRevision: Generated<number>
  draftedAt: Moment
  lastVersion: Generated<number>
  publishedVersion: number | null
  publishedAt: Moment | null
  firstPublishedAt: Moment | null
  retiredAt: Moment | null
  retiredBy: string | null
  discardedAt: Moment | null
  verifyBy: string | null
  template: Json | null
  templateId: string | null
  templateVersion: number | null
  templateBefore: Json | null
  mergedInto: string | null
  firstAuthorId: string | null
  isReadyMade: Generated<boolean>
}

export interface Criteria {
  orgId: string
  groupId: string
  key: string
  words: Json | null
  weight: number
  passesAt: number
  setBy: string
  setAt: Moment
  leftAt: Moment | null
}

export interface Deliveries {
  orgId: string
  factId: string
  reaction: string
  at: Moment
}

export interface DemoBuilds {
  singleton: Generated<boolean>
  askedAt: Moment
  done: Generated<number>
  total: number
  readyAt: Moment | null
  failed: string | null
  demoOrg: string | null
  people: ColumnType<unknown, string | undefined, string>
}

export interface DetectionAbsences {
  orgId: string
  memberId: string
  since: Moment
  until: Moment | null
}

export interface DetectionPreviewChanges {
  orgId: string
  askedBy: string
  memberId: string
  isComing: boolean
}

export interface DetectionPreviews {
  orgId: string
  askedBy: string
  askedAt: Moment
  percent: number
  memory: number
  kinds: Json
  computedAt: Moment | null
  staying: number | null
}

export interface DetectionSettings {
  orgId: string
  percent: number
  memory: number
  kinds: Json
  changedBy: string
  changedAt: Moment
}

export interface Detections {
  orgId: string
  computedAt: Moment
  signals: number
  leftOut: Json
  members: number
  weights: Json
  run: number
}

export interface DoorAnswers {
  key: string
  sealed: string
  at: Moment
}

export interface DrawEntries {
  orgId: string
  drawId: string
  memberId: string
  nonce: string
  enteredAt: Moment
  place: number | null
  outcome: string | null
  redemptionId: string | null
}

export interface Endorsements {
  orgId: string
  memberId: string
  topicId: string
  byId: string
  at: Moment
}

export interface Enrollments {
  orgId: string
  courseId: string
  memberId: string
  version: number
  startedAt: Moment
  seenAt: Moment
  stepId: string
  stepsDone: Generated<number>
  completedAt: Moment | null
}

export interface Evidence {
  orgId: string
  id: string
  memberId: string
  kind: string
  subject: string
  subjectId: string
  groupId: string
  words: string
  at: Moment
  stems: GeneratedAlways<string[] | null>
  plain: GeneratedAlways<string | null>
}

export interface EvidenceCourses {
  orgId: string
  courseId: string
  groupId: string
  words: string
  authorId: string
  tags: Generated<string[]>
}

export interface ExpertProfiles {
  orgId: string
  memberId: string
  helpsWith: string
  languages: string[]
  availability: string
  until: Moment | null
  changedAt: Moment
}

export interface Expertise {
  orgId: string
  memberId: string
  score: number
  low: number
  high: number
  people: number
  acts: number
  recent: number
  former: number
  run: number
  parts: Buffer
  influence: Generated<number>
}

export interface Facts {
  orgId: string
  id: string
  type: string
  actorId: string | null
  at: Moment
  data: Json
}

export interface FeedAudience {
  orgId: string
  memberId: string
  entryId: string
  reason: string
  readAt: Moment | null
}

export interface FeedEntries {
  orgId: string
  id: string
  kind: string
  actorId: string | null
  groupId: string
  needId: string | null
  courseId: string | null
  data: ColumnType<unknown, string | undefined, string>
  at: Moment
  forGroup: Generated<boolean>
}

export interface FewestTold {
  orgId: string
  people: number
  changedBy: string
  changedAt: Moment
}

export interface Findings {
  orgId: string
  id: string
  courseId: string
  reviewId: string
  blockId: string
  quote: Generated<string>
  severity: string
  body: string
  suggestion: string | null
  authorId: string
  madeAt: Moment
  resolvedAt: Moment | null
  resolvedBy: string | null
  resolution: string | null
  removedAt: Moment | null
  anchor: ColumnType<unknown, string | undefined, string>
  stepId: string | null
}

export interface Groups {
  orgId: string
  id: string
  parentId: string | null
  path: string[]
  name: string
  colour: string
  glyph: string
  private: Generated<boolean>
  createdAt: Moment
  archivedAt: Moment | null
}

export interface Handovers {
  orgId: string
  id: string
  memberId: string
  topicId: string
  why: string
  openedBy: string | null
  openedAt: Moment
  successorId: string | null
  note: Generated<string>
  closedBy: string | null
  closedAt: Moment | null
}

export interface HealthItems {
  orgId: string
  id: string
  courseId: string
  kind: string
  why: string[]
  otherId: string | null
  ownerId: string | null
  dueOn: string
  openedAt: Moment
  closedAt: Moment | null
  closedBy: string | null
  outcome: string | null
  note: Generated<string>
}

export interface HealthSettings {
  orgId: string
  lowest: number
  verifyAfterDays: number
  outdated: number
  wrong: number
  daysToAct: number
  changedBy: string
  changedAt: Moment
}

export interface IdempotencyKeys {
  orgId: string
  actorId: string
  key: string
  requestHash: string
  status: number
  response: Json | null
  at: Moment
}

export interface Invitations {
  orgId: string
  id: string
  email: string
  name: string
  groupId: string
  role: string
  locale: string
  tokenHash: string
  invitedBy: string
  invitedAt: Moment
  expiresAt: Moment
  acceptedAt: Moment | null
  withdrawnAt: Moment | null
  title: Generated<string>
  workingTime: Generated<number>
}

export interface JourneyMarks {
  orgId: string
  sourceId: string
  kind: string
  memberId: string
  cameAt: Moment | null
  wentAt: Moment | null
}

export interface Journeys {
  orgId: string
  id: string
  groupId: string
  title: string
  needId: string | null
  courseId: string | null
  raisedAt: Moment | null
  claimedAt: Moment | null
  draftedAt: Moment | null
  validatedAt: Moment | null
  learnedAt: Moment | null
  thankedAt: Moment | null
  impactAt: Moment | null
  touchedAt: Moment
  voices: Generated<number>
  completions: Generated<number>
  kudos: Generated<number>
}

export interface Judgements {
  orgId: string
  reviewId: string
  memberId: string
  criterion: string
  level: number
  note: Generated<string>
  judgedAt: Moment
}

export interface Kudos {
  orgId: string
  id: string
  fromId: string
  toId: string
  courseId: string | null
  needId: string | null
  reason: string
  givenAt: Moment
  withdrawnAt: Moment | null
  reviewId: string | null
  isPrivate: Generated<boolean>
  togetherId: string
  valueId: string | null
  commentId: string | null
  points: Generated<number>
  isCommendation: Generated<boolean>
  fileId: string | null
  fileAlt: Generated<string>
}

export interface KudosValues {
  orgId: string
  id: string
  name: string
  about: string
  addedAt: Moment
  archivedAt: Moment | null
}

export interface LadderChoices {
  orgId: string
  memberId: string
  wantsProposals: Generated<boolean>
  isNamed: Generated<boolean>
  isShown: Generated<boolean>
  proposedAt: Moment | null
  proposedRung: string | null
}

export interface LeaderJourneys {
  orgId: string
  memberId: string
  reachedAt: Moment | null
  openedAt: Moment | null
  interestedAt: Moment | null
  nominatedAt: Moment | null
  acceptedAt: Moment | null
  trainedAt: Moment | null
  draftedAt: Moment | null
  validatedAt: Moment | null
  learnedAt: Moment | null
  nominationSaid: string | null
  nominationSaidAt: Moment | null
}

export interface LedgerAccounts {
  orgId: string
  id: string
  kind: string
  unit: string
  ownerId: string
  period: Generated<string>
  openedAt: Moment
  balance: Generated<number>
  entries: Generated<number>
  hash: Buffer
}

export interface LedgerEntries {
  orgId: string
  accountId: string
  number: number
  transactionId: string
  amount: number
  balance: number
  hash: Buffer
}

export interface LedgerTransactions {
  orgId: string
  id: string
  kind: string
  key: string
  madeBy: string | null
  madeAt: Moment
  reverses: string | null
  about: Json
  accounts: string[]
  amounts: number[]
}

export interface LetterChoices {
  orgId: string
  memberId: string
  topic: string
  isWanted: boolean
  chosenAt: Moment
}

export interface LetterSeals {
  orgId: string
  secret: Buffer
}

export interface Members {
  orgId: string
  id: string
  email: string
  name: string
  title: Generated<string>
  locale: string
  joinedAt: Moment
  leftAt: Moment | null
  workingTime: Generated<number>
  timeZone: string | null
  plainTitle: GeneratedAlways<string | null>
}

export interface Needs {
  orgId: string
  id: string
  groupId: string
  title: string
  details: Generated<string>
  raisedBy: string
  raisedAt: Moment
  voiceCount: Generated<number>
  mergedInto: string | null
  mergedAt: Moment | null
  mergedBy: string | null
  answeredAt: Moment | null
  answeredByCourse: string | null
  closedAt: Moment | null
  closedBy: string | null
}

export interface NominationVoices {
  orgId: string
  nominationId: string
  memberId: string
  reason: string
  at: Moment
}

export interface Nominations {
  orgId: string
  id: string
  memberId: string
  groupId: string
  madeAt: Moment
  decidedBy: string | null
  decidedAt: Moment | null
  decision: string | null
  reason: Generated<string>
  answer: string | null
  answeredAt: Moment | null
  answerNote: Generated<string>
  laterUntil: Moment | null
}

export interface OfficeHourGuests {
  orgId: string
  hourId: string
  memberId: string
  timeZone: string
  signedUpAt: Moment
}

export interface OfficeHours {
  orgId: string
  id: string
  groupId: string
  hostId: string
  topic: string
  words: string
  startsAt: Moment
  minutes: number
  places: number
  place: string
  timeZone: string
  offeredAt: Moment
  sequence: Generated<number>
  cancelledAt: Moment | null
  cancelledWhy: string | null
  remindedAt: Moment | null
  heldAt: Moment | null
}

export interface Organizations {
  orgId: string
  name: string
  locale: string
  demo: Generated<boolean>
  createdAt: Moment
}

export interface PasswordResets {
  orgId: string
  id: string
  memberId: string
  tokenHash: string
  askedAt: Moment
  expiresAt: Moment
  usedAt: Moment | null
}

export interface Passwords {
  orgId: string
  memberId: string
  hash: string
  setAt: Moment
}

export interface PayrollExports {
  orgId: string
  id: string
  bonuses: number
  madeBy: string
  madeAt: Moment
}

export interface PictureLooks {
  orgId: string
  assetId: string
  lookedAt: Moment
  contrast: number | null
  isDone: Generated<boolean>
  tries: Generated<number>
}

export interface PracticeAttempts {
  orgId: string
  memberId: string
  practice: string
  number: number
  marks: ColumnType<unknown, string | undefined, string>
  levels: ColumnType<unknown, string | undefined, string>
  begunAt: Moment
  comparedAt: Moment | null
}

export interface ProfileTopics {
  orgId: string
  memberId: string
  topicId: string
}

export interface ProtectedHours {
  orgId: string
  timeId: string
  month: string
  minutes: number
  notedAt: Moment
}

export interface ProtectedTimes {
  orgId: string
  id: string
  memberId: string
  groupId: string
  state: string
  why: string
  askedHours: number
  hours: number | null
  fromDay: string
  untilDay: string
  rhythm: string
  weekday: number | null
  time: string | null
  timeZone: string
  askedAt: Moment
  managerId: string | null
  answeredAt: Moment | null
  answer: Generated<string>
  agreedAt: Moment | null
  endsDay: string | null
  endedBy: string | null
  endedAt: Moment | null
  endedWhy: Generated<string>
  sequence: Generated<number>
  reportedMonth: string | null
  remindAt: Moment | null
}

export interface Purposes {
  orgId: string
  purpose: string
  onSince: Moment | null
  legalNote: string
  keepDays: number
  seenBy: string
  changedBy: string
  changedAt: Moment
}

export interface Reactions {
  orgId: string
  subject: string
  subjectId: string
  anchor: Generated<string>
  memberId: string
  kind: string
  at: Moment
}

export interface RecognitionSettings {
  orgId: string
  allowance: number
  timeZone: string
  changedBy: string
  changedAt: Moment
}

export interface RedemptionSteps {
  orgId: string
  redemptionId: string
  state: string
  byId: string | null
  at: Moment
  words: string
}

export interface Redemptions {
  orgId: string
  id: string
  rewardId: string
  memberId: string
  toId: string | null
  name: string
  kind: string
  price: number
  approval: string
  words: string
  month: string
  state: string
  askedAt: Moment
  transactionId: string
}

export interface RefusedAddresses {
  orgId: string
  id: string
  email: string
  code: number
  words: string
  refusedAt: Moment
}

export interface Reviewers {
  orgId: string
  reviewId: string
  memberId: string
  askedAt: Moment
  verdict: string | null
  note: Generated<string>
  givenAt: Moment | null
  by: string | null
  askedAs: string | null
  dueAt: Moment | null
  remindedAt: Moment | null
  endedAt: Moment | null
  endedWhy: string | null
}

export interface Reviews {
  orgId: string
  id: string
  courseId: string
  version: number
  round: number
  askedBy: string
  askedAt: Moment
  note: Generated<string>
  approvalsNeeded: Generated<number>
  closedAt: Moment | null
  outcome: string | null
  policy: Json | null
  isBlind: Generated<boolean>
  wished: Generated<string[]>
  opinions: Generated<number>
  dueAt: Moment | null
  strandedAt: Moment | null
  looksAt: Moment | null
  criteria: Json | null
}

export interface RewardDraws {
  orgId: string
  id: string
  rewardId: string
  pieces: number
  price: number
  seed: string
  commitment: string
  openedAt: Moment
  openedBy: string
  closesAt: Moment
  drawnAt: Moment | null
  entriesHash: string | null
  withdrawnAt: Moment | null
  withdrawnBy: string | null
  reason: string | null
}

export interface RewardGroups {
  orgId: string
  rewardId: string
  groupId: string
}

export interface Rewards {
  orgId: string
  id: string
  version: number
  name: string
  about: string
  kind: string
  price: number
  isCounted: boolean
  approval: string
  most: number | null
  mostPer: string | null
  fromDay: string | null
  untilDay: string | null
  isDrawn: boolean
  changedAt: Moment
  archivedAt: Moment | null
}

export interface RingFlagMembers {
  orgId: string
  flagId: string
  memberId: string
}

export interface RingFlags {
  orgId: string
  id: string
  flaggedAt: Moment
  foundAt: Moment
  since: Moment
  until: Moment
  thanks: number
  allThanks: number
  points: number
  allPoints: number
  grounded: number
  decision: string | null
  note: string | null
  decidedBy: string | null
  decidedAt: Moment | null
}

export interface RingSearches {
  orgId: string
  searchedAt: Moment
  thanks: number
}

export interface Roles {
  orgId: string
  groupId: string
  memberId: string
  role: string
  grantedBy: string | null
  grantedAt: Moment
}

export interface RuleEvents {
  orgId: string
  number: number
  factId: string
  kind: string
  at: Moment
  key: string
  courseId: string | null
  needId: string | null
  path: string[]
  topicId: string | null
  tags: string[]
  memberId: string | null
  memberGroups: string[]
  people: Json
  mark: string | null
  stands: boolean | null
}

export interface RuleGifts {
  orgId: string
  id: string
  ruleId: string
  version: number
  number: number
  key: string
  memberId: string
  role: string
  at: Moment
  month: string
  points: number
  badgeId: string | null
  level: number | null
  isUnnamed: boolean
  transactionId: string | null
  awardId: string | null
  takenAt: Moment | null
  takenBy: string | null
  takenReason: string | null
  missing: Generated<number>
  bonusId: string | null
  bonusUnit: string | null
  bonusAmount: number | null
  bonusAgainst: string | null
}

export interface RulePeriods {
  orgId: string
  ruleId: string
  onAt: Moment
  version: number
  onBy: string
  offAt: Moment | null
  offBy: string | null
}

export interface RuleProgress {
  orgId: string
  factId: string
  number: number
}

export interface RuleVersions {
  orgId: string
  ruleId: string
  number: number
  name: string
  body: Json
  madeBy: string
  madeAt: Moment
}

export interface Rules {
  orgId: string
  id: string
  version: number
  madeAt: Moment
  archivedAt: Moment | null
}

export interface SearchEntries {
  orgId: string
  kind: string
  id: string
  part: Generated<string>
  groupId: string | null
  title: string
  body: Generated<string>
  detail: Generated<string>
  weight: Generated<number>
  words: GeneratedAlways<string | null>
}

export interface SearchMisses {
  orgId: string
  words: string
  day: number
  asker: string
  topicId: string | null
}

export interface Sessions {
  orgId: string
  id: string
  memberId: string
  tokenHash: string
  agent: Generated<string>
  createdAt: Moment
  expiresAt: Moment
  revokedAt: Moment | null
}

export interface SignalChanges {
  orgId: string
  id: number
  times: number
  helperId: string
  helpedId: string | null
  at: Moment
  kind: string
  subjectId: string | null
  topic: string | null
  useful: number
}

export interface SignalImports {
  orgId: string
  id: string
  source: string
  mapping: Json
  size: number
  taken: Generated<number>
  lines: Generated<number>
  kept: Generated<number>
  rejected: Generated<number>
  columns: Json | null
  startedBy: string
  startedAt: Moment
  finishedAt: Moment | null
  withdrawnAt: Moment | null
}

export interface SignalRejections {
  orgId: string
  importId: string
  line: number
  reason: string
}

export interface Signals {
  orgId: string
  source: string
  key: string
  kind: string
  helperId: string
  helpedId: string | null
  at: Moment
  keptAt: Moment
  subject: string | null
  subjectId: string | null
  useful: Generated<number>
  importId: string | null
  topic: string | null
  veiledId: string | null
}

export interface StepProgress {
  orgId: string
  courseId: string
  memberId: string
  stepId: string
  seenAt: Moment
  doneAt: Moment | null
}

export interface SubjectTopics {
  orgId: string
  subjectId: string
  topicId: string
}

export interface SuccessionCourses {
  orgId: string
  successionId: string
  courseId: string
}

export interface SurveyInvitations {
  orgId: string
  surveyId: string
  memberId: string
  wave: number
  askedAt: Moment
  answeredAt: Moment | null
  declinedAt: Moment | null
  said: Json | null
}

export interface Surveys {
  orgId: string
  id: string
  groupId: string
  openedBy: string
  openedAt: Moment
  endsAt: Moment
  closedBy: string | null
  closedAt: Moment | null
}

export interface TemplateVersions {
  orgId: string
  templateId: string
  number: number
  name: string
  purpose: string
  objective: string
  months: number
  document: Json
  asks: Json
  reason: string
  madeBy: string
  madeAt: Moment
}

export interface Templates {
  orgId: string
  id: string
  groupId: string
  language: string
  name: string
  purpose: string
  objective: string
  months: number
  document: Json
  asks: Json
  revision: Generated<number>
  draftedAt: Moment
  version: Generated<number>
  lastVersion: Generated<number>
  madeBy: string
  archivedAt: Moment | null
  archivedBy: string | null
}

export interface Throttles {
  key: string
  count: number
  until: Moment
}

export interface TopicExpertise {
  orgId: string
  topicId: string
  memberId: string
  score: number
  people: number
  acts: number
  run: number
  influence: Generated<number>
  own: number
  low: number
  high: number
}

export interface TopicWords {
  orgId: string
  topicId: string
  words: string
  stems: GeneratedAlways<string[] | null>
}

export interface Topics {
  orgId: string
  id: string
  name: string
  mergedInto: string | null
  madeBy: string
  madeAt: Moment
}

export interface ValidationPolicies {
  orgId: string
  groupId: string
  kind: string
  approvals: number
  approvers: string[]
  named: Generated<string[]>
  isBlind: boolean
  days: number
  mostOpen: number
  mayWiden: boolean
  trustedAfter: number | null
  setBy: string
  setAt: Moment
  mustPass: Generated<string[]>
}

export interface Voices {
  orgId: string
  needId: string
  memberId: string
  reason: Generated<string>
  at: Moment
  cameFrom: string | null
}

export interface Volunteers {
  orgId: string
  id: string
  memberId: string
  groupId: string
  campaignId: string | null
  cameAt: Moment
  withdrawnAt: Moment | null
  sponsorId: string | null
  remindAt: Moment
  remindedAt: Moment | null
  step: string | null
  topicAt: Moment | null
  answerAt: Moment | null
  academyAt: Moment | null
  greetedBy: string | null
  greetedAt: Moment | null
  greeting: Generated<string>
}

export interface Tables {
  academies: Academies
  academyCourses: AcademyCourses
  academyMembers: AcademyMembers
  answers: Answers
  apiKeys: ApiKeys
  askedExperts: AskedExperts
  askings: Askings
  assets: Assets
  badgeAwards: BadgeAwards
  badgeCredentials: BadgeCredentials
  badgeKeys: BadgeKeys
  badgeVersions: BadgeVersions
  badges: Badges
  boardAbsences: BoardAbsences
  boardSettings: BoardSettings
  bonusBudgets: BonusBudgets
  bonusSettings: BonusSettings
  bonusSteps: BonusSteps
  bonuses: Bonuses
  campaignJourneys: CampaignJourneys
  campaignMembers: CampaignMembers
  campaignPosts: CampaignPosts
  campaignSends: CampaignSends
  campaignSettings: CampaignSettings
  campaigns: Campaigns
  celebrations: Celebrations
  charterRules: CharterRules
  chatChannels: ChatChannels
  claims: Claims
  coaches: Coaches
  coachings: Coachings
  commendationsPutOff: CommendationsPutOff
  commentMentions: CommentMentions
  comments: Comments
  communityDigests: CommunityDigests
  communityPosts: CommunityPosts
  contests: Contests
  contributions: Contributions
  countedAbouts: CountedAbouts
  countedActs: CountedActs
  countedBases: CountedBases
  countedFunnels: CountedFunnels
  courseSuccessions: CourseSuccessions
  courseVerifications: CourseVerifications
  courseVersions: CourseVersions
  courses: Courses
  criteria: Criteria
  deliveries: Deliveries
  demoBuilds: DemoBuilds
  detectionAbsences: DetectionAbsences
  detectionPreviewChanges: DetectionPreviewChanges
  detectionPreviews: DetectionPreviews
  detectionSettings: DetectionSettings
  detections: Detections
  doorAnswers: DoorAnswers
  drawEntries: DrawEntries
  endorsements: Endorsements
  enrollments: Enrollments
  evidence: Evidence
  evidenceCourses: EvidenceCourses
  expertProfiles: ExpertProfiles
  expertise: Expertise
  facts: Facts
  feedAudience: FeedAudience
  feedEntries: FeedEntries
  fewestTold: FewestTold
  findings: Findings
  groups: Groups
  handovers: Handovers
  healthItems: HealthItems
  healthSettings: HealthSettings
  idempotencyKeys: IdempotencyKeys
  invitations: Invitations
  journeyMarks: JourneyMarks
  journeys: Journeys
  judgements: Judgements
  kudos: Kudos
  kudosValues: KudosValues
  ladderChoices: LadderChoices
  leaderJourneys: LeaderJourneys
  ledgerAccounts: LedgerAccounts
  ledgerEntries: LedgerEntries
  ledgerTransactions: LedgerTransactions
  letterChoices: LetterChoices
  letterSeals: LetterSeals
  members: Members
  needs: Needs
  nominationVoices: NominationVoices
  nominations: Nominations
  officeHourGuests: OfficeHourGuests
  officeHours: OfficeHours
  organizations: Organizations
  passwordResets: PasswordResets
  passwords: Passwords
  payrollExports: PayrollExports
  pictureLooks: PictureLooks
  practiceAttempts: PracticeAttempts
  profileTopics: ProfileTopics
  protectedHours: ProtectedHours
  protectedTimes: ProtectedTimes
  purposes: Purposes
  reactions: Reactions
  recognitionSettings: RecognitionSettings
  redemptionSteps: RedemptionSteps
  redemptions: Redemptions
  refusedAddresses: RefusedAddresses
  reviewers: Reviewers
  reviews: Reviews
  rewardDraws: RewardDraws
  rewardGroups: RewardGroups
  rewards: Rewards
  ringFlagMembers: RingFlagMembers
  ringFlags: RingFlags
  ringSearches: RingSearches
  roles: Roles
  ruleEvents: RuleEvents
  ruleGifts: RuleGifts
  rulePeriods: RulePeriods
  ruleProgress: RuleProgress
  ruleVersions: RuleVersions
  rules: Rules
  searchEntries: SearchEntries
  searchMisses: SearchMisses
  sessions: Sessions
  signalChanges: SignalChanges
  signalImports: SignalImports
  signalRejections: SignalRejections
  signals: Signals
  stepProgress: StepProgress
  subjectTopics: SubjectTopics
  successionCourses: SuccessionCourses
  surveyInvitations: SurveyInvitations
  surveys: Surveys
  templateVersions: TemplateVersions
  templates: Templates
  throttles: Throttles
  topicExpertise: TopicExpertise
  topicWords: TopicWords
  topics: Topics
  validationPolicies: ValidationPolicies
  voices: Voices
  volunteers: Volunteers
}
