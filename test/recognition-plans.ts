import type { Things } from './every-endpoint.ts'

/** How thanks, points and badges come about in a setting. */
export const recognitionPlans = {
  thankReviewers: { by: 'author' },
  unthankReviewers: { by: 'author', after: ['thankReviewers'] },
  setRecognition: { by: 'admin' },
  addKudosValue: { by: 'admin' },
  changeKudosValue: { by: 'admin' },
  archiveKudosValue: { by: 'admin' },
  restoreKudosValue: { by: 'admin', after: ['archiveKudosValue'] },
  giveKudos: { by: 'insider', names: ({ memberId, courseId }: Things) => ({ toIds: [memberId], courseId }) },
  withdrawKudos: { by: 'admin' },
  designBadge: { by: 'admin' },
  changeBadge: { by: 'admin', names: () => ({ name: 'Another name' }) },
  archiveBadge: { by: 'admin' },
  restoreBadge: { by: 'admin', after: ['archiveBadge'] },
  awardBadge: { by: 'admin', names: ({ candidateId }: Things) => ({ memberId: candidateId }) },
  revokeBadge: { by: 'admin' },
  setBadgeShown: { by: 'author' },
  shareBadge: { by: 'author' },
  unshareBadge: { by: 'author', after: ['shareBadge'] },
  rotateBadgeKey: { by: 'admin' },
  searchRings: { by: 'admin' },
  decideRingFlag: { by: 'admin' },
  reopenRingFlag: { by: 'admin', after: ['decideRingFlag'] },
} as const
