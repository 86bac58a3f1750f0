import type { DemoRole } from '#app/demo/contract.ts'
import { linkTo, paths } from '#paths'

type Name = keyof typeof paths

/** Every page of the product, and through whose eyes it is looked at: null is someone who has not signed in. */
export const visitors: Record<Name, DemoRole | null> = {
  home: 'reviewer',
  welcome: null,
  signIn: null,
  forgotten: null,
  resetPassword: null,
  invitation: null,
  learn: 'learner',
  course: 'learner',
  player: 'learner',
  courseHealth: 'leader',
  courseLearners: 'leader',
  ask: 'learner',
  need: 'leader',
  raiseNeed: 'learner',
  experts: 'learner',
  member: 'learner',
  create: 'leader',
  newCourse: 'leader',
  editor: 'leader',
  versions: 'leader',
  templates: 'manager',
  template: 'admin',
  templateEditor: 'admin',
  reviews: 'reviewer',
  review: 'reviewer',
  charter: 'manager',
  policies: 'manager',
  reviewQueue: 'manager',
  practice: 'reviewer',
  practiceCourse: 'reviewer',
  health: 'leader',
  groupHealth: 'manager',
  leavers: 'admin',
  lead: 'manager',
  topics: 'admin',
  weights: 'admin',
  knowledgeMap: 'manager',
  surveys: 'admin',
  survey: 'learner',
  network: 'manager',
  loop: 'manager',
  loopStage: 'manager',
  thanks: 'manager',
  points: 'manager',
  me: 'admin',
  settings: 'admin',
  people: 'admin',
  invite: 'admin',
  groups: 'admin',
  group: 'admin',
  held: 'leader',
  badges: 'admin',
  newBadge: 'admin',
  badge: 'admin',
  verifyBadge: null,
  sharedBadge: null,
  fairness: 'admin',
  rings: 'admin',
  purposes: 'admin',
  imports: 'admin',
  apiDocs: 'learner',
  devUi: null,
}

/** The same pages as others see them, and addresses that lead to nothing. */
const more: [name: string, as: DemoRole | null, address: string][] = [
  ['home as a learner', 'learner', paths.home],
  ['home as a leader', 'leader', paths.home],
  ['home as a manager', 'manager', paths.home],
  ['a need as a learner', 'learner', paths.need],
  ['who learned, as a learner who may not know', 'learner', paths.courseLearners],
  ['what readers say, as a learner who may not know', 'learner', paths.courseHealth],
  ['content that was looked after', 'leader', `${paths.health}?state=closed`],
  ['content of one’s groups, as a learner who leads none', 'learner', paths.groupHealth],
  ['who finished, for the author', 'leader', `${paths.courseLearners}?who=completed`],
  ['what the period before counts', 'manager', `${paths.loopStage}?when=before&timed=step`],
  ['the radar of one topic and group', 'admin', `${paths.lead}?group=:groupId`],
  ['the radar, as a learner who may not see it', 'learner', paths.lead],
  ['what counts how much, as a learner', 'learner', paths.weights],
  ['asking who helps, where nobody was asked yet', 'manager', paths.surveys],
  ['asking who helps, as a learner who may not', 'learner', paths.surveys],
  ['a survey in which one is not asked', 'leader', paths.survey.replace(':surveyId', crypto.randomUUID())],
  ['who learns from whom, people by people', 'admin', `${paths.network}?view=people`],
  ['who learns from whom, as a learner who may not see it', 'learner', paths.network],
  ['what is found out, as a learner', 'learner', paths.purposes],
  ['fairness of thanks, of a year', 'admin', `${paths.fairness}?days=365`],
  ['fairness of thanks, as a learner who may not read it', 'learner', paths.fairness],
  ['circles of thanks, as a learner who may not read it', 'learner', paths.rings],
  ['badges, as a learner', 'learner', paths.badges],
  ['a badge as a learner', 'learner', paths.badge],
  ['people, as a learner who may not manage them', 'learner', paths.people],
  ['a list of people to invite', 'admin', `${paths.invite}?way=list`],
  ['templates, as a learner', 'learner', paths.templates],
  ['a template as a learner who may only use it', 'learner', paths.template],
  ['writing a template, as a learner who may not', 'learner', paths.templateEditor],
  ['an address that leads nowhere', 'learner', '/no/such/page'],
  ['practising to review, as a learner who may not', 'learner', paths.practice],
  ['a need that is not there', 'learner', paths.need.replace(':needId', crypto.randomUUID())],
  ['a course that is not there', 'learner', paths.course.replace(':courseId', crypto.randomUUID())],
  ['a link to a badge that was taken back', null, `/verify/${crypto.randomUUID()}.${'a'.repeat(43)}`],
  ['a link of a mail that has been used up', null, '/reset/used-up'],
]

export interface Visit {
  name: string
  as: DemoRole | null
  /** Whether there is a page at its address. */
  isBuilt: boolean
  address: (things: Record<string, string>) => string
}

export const visits: readonly Visit[] = [
  ...(Object.keys(visitors) as Name[]).map((name) => ({
    name,
    as: visitors[name],
    isBuilt: true,
    address: (things: Record<string, string>) =>
      linkTo(paths[name] as string, { ...things, token: things[name] ?? '' } as never),
  })),
  ...more.map(([name, as, address]) => ({
    name,
    as,
    isBuilt: !address.startsWith('/no/'),
    address: (things: Record<string, string>) => linkTo(address, things as never),
  })),
]
