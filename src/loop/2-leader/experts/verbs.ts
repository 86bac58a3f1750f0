export { rankNear } from './near.ts'
export { availabilityAt } from './profile-rows.ts'
export { setProfile } from './profiles.ts'
