import type { Things } from './every-endpoint.ts'
import { asking } from './protected-time.ts'

const asked = ({ askedTimeId = '', ...rest }: Things) => ({ ...rest, timeId: askedTimeId })
const proposed = ({ proposedTimeId = '', ...rest }: Things) => ({ ...rest, timeId: proposedTimeId })

/** How time for leading is asked for, answered and used in a setting. */
export const protectedTimePlans = {
  askForTime: {
    by: 'author',
    own: true,
    after: ['withdrawTime'],
    names: ({ groupId = '', fromDay = '' }: Things) => ({
      weekday: null,
      time: null,
      ...asking(groupId, fromDay),
    }),
  },
  answerTime: { by: 'admin', to: asked },
  acceptTime: { by: 'author', to: proposed },
  withdrawTime: { by: 'author', to: proposed },
  endTime: { by: 'admin' },
  noteTime: { by: 'author', after: ['acceptTime'], to: proposed },
} as const
