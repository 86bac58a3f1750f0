import { sql } from 'kysely'

/** SQL: the gift `g` came to something: points, a badge, or a bonus that was proposed. */
export const gaveSomething = sql<boolean>`(g.points > 0 or g.badge_id is not null or g.bonus_id is not null)`
