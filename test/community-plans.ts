import type { Things } from './every-endpoint.ts'

const other = ({ otherHourId = '', ...rest }: Things) => ({ ...rest, hourId: otherHourId })
const goingOn = ({ goingOnId = '', ...rest }: Things) => ({ ...rest, coachingId: goingOnId })

/** How what leaders say, offer and ask one another comes about in a setting. */
export const communityPlans = {
  makePost: { by: 'author', led: true, names: ({ groupId }: Things) => ({ groupId }) },
  changePost: { by: 'author' },
  withdrawPost: { by: 'author' },
  returnPost: { by: 'author', after: ['withdrawPost'] },
  pinPost: { by: 'admin' },
  unpinPost: { by: 'admin', after: ['pinPost'] },
  markUseful: { by: 'admin', amongLeaders: true },
  unmarkUseful: { by: 'admin', amongLeaders: true, after: ['markUseful'] },
  commentOnPost: { by: 'author', amongLeaders: true },
  removePostComment: { by: 'author' },
  returnPostComment: { by: 'author', after: ['removePostComment'] },
  offerOfficeHour: { by: 'author', led: true, names: ({ groupId }: Things) => ({ groupId }) },
  changeOfficeHour: { by: 'author' },
  cancelOfficeHour: { by: 'author' },
  joinOfficeHour: { by: 'admin', amongLeaders: true },
  leaveOfficeHour: { by: 'admin', amongLeaders: true, to: other },
  offerCoaching: { by: 'author', own: true },
  withdrawCoachOffer: { by: 'author', own: true },
  askCoach: {
    by: 'admin',
    own: true,
    names: ({ coachId }: Things) => ({ coachId }),
    makes: ({ id }: { id: string }) => ({ coachingId: id }),
  },
  answerCoaching: { by: 'author' },
  withdrawCoaching: { by: 'admin', after: ['askCoach'] },
  endCoaching: { by: 'author', to: goingOn },
} as const
