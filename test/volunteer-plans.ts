import type { Things } from './every-endpoint.ts'

const theirOwn = ({ ownVolunteerId = '' }: Things) => ({ volunteerId: ownVolunteerId })

/** How volunteers come about in a setting. */
export const volunteerPlans = {
  volunteerNow: { by: 'insider', names: ({ groupId }: Things) => ({ groupId }) },
  withdrawVolunteer: { by: 'author', to: theirOwn },
  chooseStep: { by: 'author', to: theirOwn },
  greetVolunteer: { by: 'admin' },
  handOverVolunteer: { by: 'admin', names: ({ sponsorId }: Things) => ({ memberId: sponsorId }) },
} as const
