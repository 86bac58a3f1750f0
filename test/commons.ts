import { campaignsIn } from './campaigning.ts'
import { communityIn } from './community.ts'
import { contributingIn } from './contributing.ts'
import type { Organization, Person } from './organization.ts'
import { timeIn } from './protected-time.ts'
import { volunteersIn } from './volunteer.ts'
import type { World } from './world.ts'

interface People {
  org: Organization
  admin: Person
  author: Person
  insider: Person
}

/** What there is in a setting of life on top of the loop: campaigns, volunteers, leaders, their time and small things. */
export async function commonsIn(
  world: World,
  { org, admin, author, insider }: People,
  { groupId, courseId }: { groupId: string; courseId: string },
) {
  return {
    ...(await campaignsIn(world, { org, admin, insider }, groupId)),
    ...(await volunteersIn({ org, author }, groupId)),
    ...(await contributingIn(insider, courseId)),
    ...(await communityIn({ org, admin, author }, groupId)),
    ...(await timeIn({ org, admin, author }, groupId, world.now())),
  }
}
