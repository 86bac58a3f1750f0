import type pg from 'pg'

/** A statement as the database ran it: its text, how long it took in milliseconds, and the plan. */
export interface Plan {
  text: string
  ms: number
  plan: string
}

const settings = [
  "session_preload_libraries = 'auto_explain'",
  'auto_explain.log_min_duration = 0',
  'auto_explain.log_analyze = on',
  'auto_explain.log_timing = off',
  'auto_explain.log_nested_statements = on',
  "auto_explain.log_level = 'notice'",
]

/** From its next connection on, a database tells whoever asks how it ran each statement. */
export async function tellPlans(owner: pg.Pool): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_database()) as name')
  for (const setting of settings) await owner.query(`alter database ${rows[0]?.name} set ${setting}`)
}

/** Collects what the connections of a pool, none of which is open yet, are told. */
export function collectPlans(pool: pg.Pool): Plan[] {
  const plans: Plan[] = []
  pool.on('connect', (client) =>
    client.on('notice', ({ message = '' }) => {
      const [, ms, text, plan] =
        /^duration: ([\d.]+) ms\s+plan:\nQuery Text: ([\s\S]+?)\n(?:Query Parameters: .*\n)?(\w[^\n]*\(cost=[\s\S]*)$/.exec(
          message,
        ) ?? []
      if (text && plan) plans.push({ text: text.trim(), ms: Number(ms), plan })
    }),
  )
  return plans
}

/** The nodes of a plan that read tables or made many rows, without what they cost: at most so many, the outermost first. */
export const nodesOf = ({ plan }: Plan, most: number): string[] =>
  plan
    .split('\n')
    .filter((line) => /actual rows=/.test(line) && /Scan|Limit|CTE|Aggregate|Append/.test(line))
    .map((line) => line.replace(/\(cost=[^)]*\) /, '').replace(/^(\s*)->\s+/, '$1'))
    .slice(0, most)
