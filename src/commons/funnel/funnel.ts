import { sql } from 'kysely'
import { privacy } from '#leader'
import { groupVisible } from '#people'
import type { Scope } from '#platform/scope'
import { at, type FunnelQuery, furthest, isTheirs, people, refuseOthers, why } from './cohort.ts'
import type { FunnelStage, FunnelStop, LeaderFunnel } from './contract.ts'
import { before, stages, stops, type Why } from './stages.ts'

/** How many came to each stage, how many of those from the stage before, and the middle of the days between. */
async function countStages(scope: Scope, query: FunnelQuery): Promise<Record<string, number | null>> {
  const columns = stages.flatMap((stage) => {
    const [here, since] = [at(stage), before[stage]]
    const there = since ? at(since) : here
    const days = sql`extract(epoch from ${here} - ${there})::float8 / 86400`
    return [
      sql`count(${here})::int as ${sql.ref(`${stage}_count`)}`,
      sql`count(*) filter (where ${here} is not null and ${there} is not null)::int as ${sql.ref(`${stage}_of`)}`,
      sql`percentile_cont(0.5) within group (order by ${days}) filter (where ${here} >= ${there})
        as ${sql.ref(`${stage}_days`)}`,
    ]
  })
  const { rows } = await sql<Record<string, number | null>>`
    select count(*)::int as people, coalesce((select s.counts_opens from campaign_settings s
        where s.org_id = ${scope.org}), true)::int as counts_opens, ${privacy.fewestTold(scope)} as fewest,
      ${sql.join(columns)}
    from ${people(scope, query)}`.execute(scope.db)
  return rows[0] ?? {}
}

interface Stopped {
  stage: string
  why: Why
  count: number
}

async function countStops(scope: Scope, query: FunnelQuery): Promise<Stopped[]> {
  const { rows } = await sql<Stopped>`select p.furthest as stage, ${why} as why, count(*)::int as count
    from (select p.*, ${furthest} as furthest from ${people(scope, query)}) p group by 1, 2`.execute(scope.db)
  return rows
}

/** The campaigns that reached people of the actor's groups, as far as they may see the group they are for. */
async function listCampaigns(scope: Scope): Promise<LeaderFunnel['campaigns']> {
  const { rows } = await sql<LeaderFunnel['campaigns'][number]>`
    select c.id, c.name, (select max(v.variant) + 1 from campaign_journeys v
        where v.org_id = c.org_id and v.campaign_id = c.id)::int as variants
    from campaigns c join groups g on g.org_id = c.org_id and g.id = c.group_id
    where c.org_id = ${scope.org} and ${groupVisible(scope, 'g')}
      and exists (select from campaign_journeys x where x.org_id = c.org_id and x.campaign_id = c.id
        and x.reached_at is not null and ${isTheirs(scope, sql`x.member_id`, undefined)})
    order by c.id desc limit 100`.execute(scope.db)
  return rows
}

/**
 * How far people came, of those for whom the actor answers. Nothing is told of fewer people than the organization allows, and
 * of a stop with fewer not why. Throws 404 for what they may not see, 403 for a group that is not theirs.
 */
export async function getLeaderFunnel(scope: Scope, query: FunnelQuery): Promise<LeaderFunnel> {
  await refuseOthers(scope, query)
  const [counted, stopped, campaigns] = await Promise.all([
    countStages(scope, query),
    countStops(scope, query),
    listCampaigns(scope),
  ])
  const [all, fewest] = [counted.people ?? 0, counted.fewest ?? privacy.usualFewest]
  if (all > 0 && all < fewest) return { people: null, stages: [], stops: [], fewest, campaigns }
  return {
    ...{ people: all, fewest, campaigns },
    stages: stages.map(
      (stage): FunnelStage => ({
        ...{ stage, since: before[stage] },
        count: stage === 'opened' && !counted.countsOpens ? null : (counted[`${stage}Count`] ?? 0),
        ofSince: stage === 'opened' && !counted.countsOpens ? 0 : (counted[`${stage}Of`] ?? 0),
        medianDays: before[stage] === null ? null : (counted[`${stage}Days`] ?? null),
      }),
    ),
    stops: stops.map((stage) =>
      told(
        stage,
        stopped.filter((one) => one.stage === stage),
        fewest,
      ),
    ),
  }
}

function told(stage: FunnelStop['stage'], stopped: readonly Stopped[], fewest: number): FunnelStop {
  const count = stopped.reduce((sum, one) => sum + one.count, 0)
  const why = Object.fromEntries(stopped.map((one) => [one.why, one.count]))
  const isFew = count > 0 && count < fewest
  return { stage, count, why: isFew || wouldSayWho(why) ? null : why }
}

/** Where nobody is left who said nothing, whoever stopped there is known to have said what is told. */
const wouldSayWho = ({ no, later, declined, waiting }: Partial<Record<Why, number>>): boolean =>
  (no ?? later ?? declined) !== undefined && waiting === undefined
