import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { leaveDetection } from '../contract.ts'
import { startImport, takeImportPart } from '../import.contract.ts'
import { getNetwork, getNetworkOfGroups } from '../network.contract.ts'
import { type Purpose, setPurpose } from '../purpose.contract.ts'
import { addTopic } from '../topic.contract.ts'

const world = openWorld()

interface Line {
  helper: Person
  helped: Person
  daysAgo?: number
  topic?: string
  kind?: string
}

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const lab = await org.group('Torque')
  const sales = await org.group('Sales')
  const decide = (purpose: Purpose, isOn = true) => {
    const seenBy = purpose === 'imports' ? ('admins' as const) : ('managers' as const)
    const body = { isOn, legalNote: 'Agreement of May', keepDays: 365, seenBy }
    return admin.does(setPurpose, { params: { purpose }, body })
  }
  await decide('imports')
  await decide('network')
  /** Acts of help as another tool tells of them. */
  const help = async (lines: readonly Line[]) => {
    const at = (daysAgo: number) => new Date(world.now().getTime() - daysAgo * 86_400_000).toISOString()
    const rows = lines.map(
      ({ helper, helped, daysAgo = 1, topic = '', kind = 'answered' }) =>
        `${crypto.randomUUID()},${helper.email},${helped.email},${at(daysAgo)},${topic},${kind}`,
    )
    const bytes = new TextEncoder().encode(`id,helper,helped,at,topic,kind\n${rows.join('\n')}\n`)
    const columns = {
      helper: 'helper',
      helped: 'helped',
      at: 'at',
      topic: 'topic',
      kindColumn: 'kind',
      key: 'id',
    }
    const mapping = { format: 'csv' as const, ...columns }
    const { id } = await admin.does(startImport, { body: { source: 'Forum', size: bytes.length, mapping } })
    await admin.does(takeImportPart, { params: { importId: id, offset: 0 }, body: new Blob([bytes]) })
  }
  const people = async (names: string, groupId: string) => {
    const all = []
    for (const name of names.split(' ')) all.push(await org.person(name, 'learner', groupId))
    return all
  }
  /** The picture as lines: who, whom, how often. */
  const seen = async (by: Person = admin, query: Record<string, string> = {}) => {
    const { people, links } = await by.does(getNetwork, { query })
    return links.from.map(
      (one, at) => `${people.names[one]} ${people.names[links.to[at] as number]} ${links.acts[at]}`,
    )
  }
  return { org, admin, lab, sales, decide, help, people, seen }
}

/** Everybody helps everybody once. */
const all = (those: readonly Person[], rest: Partial<Line> = {}): Line[] =>
  those.flatMap((helper) =>
    those.filter((helped) => helped !== helper).map((helped) => ({ helper, helped, ...rest })),
  )

describe('the picture of people', () => {
  test('tells who helped whom how often, from when to when, and in which group each stands', async () => {
    const { admin, lab, help, people } = await company()
    const those = await people('Ann Ben Cem Dom', lab)
    const [ann, ben] = those as [Person, Person]
    await help(all(those))
    await help([
      { helper: ann, helped: ben, daysAgo: 70 },
      { helper: ann, helped: ben },
    ])
    const { people: shown, links, homes, isCapped } = await admin.does(getNetwork)
    expect(shown).toEqual({
      ids: those.map(({ id }) => id),
      names: ['Ann', 'Ben', 'Cem', 'Dom'],
      home: [0, 0, 0, 0],
    })
    expect([homes.map(({ name }) => name), links.from.length, isCapped]).toEqual([['Torque'], 12, false])
    const month = (daysAgo: number) => {
      const at = new Date(world.now().getTime() - daysAgo * 86_400_000)
      return (at.getUTCFullYear() - 1970) * 12 + at.getUTCMonth()
    }
    const [first] = Object.values(links).map((column) => column[0])
    expect(first).toBe(0)
    expect([links.to[0], links.acts[0], links.first[0], links.last[0]]).toEqual([1, 3, month(70), month(1)])
  })

  test('says nothing of who helped or was helped by fewer than three others, and counts them nowhere', async () => {
    const { org, admin, lab, help, people, seen } = await company()
    const those = await people('Ann Ben Cem Dom', lab)
    await help(all(those))
    const before = await admin.does(getNetwork)
    const eva = await org.person('Eva', 'learner', lab)
    const fay = await org.person('Fay', 'learner', lab)
    const [ann, ben] = those as [Person, Person]
    await help([ann, ben].map((helped) => ({ helper: eva, helped })))
    await help([
      { helper: eva, helped: ann },
      { helper: fay, helped: ann },
    ])
    expect(await admin.does(getNetwork)).toEqual(before)
    // Linked with a third, Eva is told; Fay is not, so that help is counted nowhere.
    await help([{ helper: eva, helped: fay }])
    expect((await seen()).filter((line) => /Eva|Fay/.test(line)).sort()).toEqual(['Eva Ann 2', 'Eva Ben 1'])
  })

  test('leaves out at once who takes no part any more, and who is linked with too few without them', async () => {
    const { lab, help, people, seen } = await company()
    const those = await people('Ann Ben Cem Dom Eva', lab)
    await help(all(those))
    expect(await seen()).toHaveLength(20)
    await (those[4] as Person).does(leaveDetection)
    expect(await seen()).toHaveLength(12)
    await (those[3] as Person).does(leaveDetection)
    expect(await seen()).toEqual([])
  })

  test('is of one group, one topic, some days, and a narrower one tells nothing that the wider does not', async () => {
    const { admin, lab, sales, help, people, seen } = await company()
    const [near, far] = [await people('Ann Ben Cem Dom', lab), await people('Eva Fay Gil Hal', sales)]
    const { id: topicId } = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
    await help(all([...near, ...far], { daysAgo: 200 }))
    await help(all(far, { topic: 'torque' }))
    const counts = async (query: Record<string, string>) => (await seen(admin, query)).length
    expect(await counts({})).toBe(56)
    expect(await counts({ groupId: lab })).toBe(12)
    expect(await counts({ days: '90' })).toBe(12)
    expect(await counts({ topicId })).toBe(12)
    expect(await counts({ topicId, groupId: lab })).toBe(0)
    const linksOf = async (query: Record<string, string>) =>
      (await seen(admin, query)).map((line) => line.replace(/ \d+$/, ''))
    const wide = await linksOf({})
    for (const query of [{ groupId: lab }, { days: '90' }, { topicId }])
      expect(wide).toEqual(expect.arrayContaining(await linksOf(query)))
  })

  test('does not tell who found something useful', async () => {
    const { lab, help, people, seen } = await company()
    await help(all(await people('Ann Ben Cem Dom', lab), { kind: 'useful' }))
    expect(await seen()).toEqual([])
  })
})

describe('the picture of groups', () => {
  const flowsOf = async (by: Person, query: Record<string, string> = {}) => {
    const { homes, flows } = await by.does(getNetworkOfGroups, { query })
    return flows.from.map(
      (one, at) => `${homes[one]?.name} ${homes[flows.to[at] as number]?.name} ${flows.least[at]}`,
    )
  }

  test('tells what flows where five people helped and five were helped, and only how much it is at least', async () => {
    const { admin, lab, sales, help, people } = await company()
    const near = await people('Ann Ben Cem Dom Eva', lab)
    const far = await people('Fay Gil Hal Ian', sales)
    const each = (helpers: Person[], those: Person[]) =>
      helpers.flatMap((helper) => those.map((helped) => ({ helper, helped })))
    await help(each(near, far))
    expect(await flowsOf(admin)).toEqual([])
    far.push(...(await people('Jan', sales)))
    await help(each(near.slice(0, 4), far.slice(4)))
    expect(await flowsOf(admin)).toEqual(['Torque Sales 20'])
    const told = await admin.does(getNetworkOfGroups)
    // One more act of one person changes nothing of what is told.
    await help(each(near.slice(4), far.slice(4)))
    expect(await admin.does(getNetworkOfGroups)).toEqual(told)
    expect(await flowsOf(admin, { groupId: sales })).toEqual([])
  })
})

describe('it is shown', () => {
  test('to those whom the organization named for it, for their groups', async () => {
    const { org, admin, lab, sales, help, people, seen } = await company()
    const those = await people('Ann Ben Cem Dom', lab)
    await help(all([...those, ...(await people('Eva Fay Gil Hal', sales))]))
    const lena = await org.person('Lena Vogt', 'manager', lab)
    expect(await seen(lena)).toHaveLength(12)
    for (const endpoint of [getNetwork, getNetworkOfGroups]) {
      expect(await lena.isRefused(endpoint, { query: { groupId: sales } })).toMatchObject({ status: 403 })
      expect(await those[0]?.isRefused(endpoint)).toMatchObject({ status: 403, code: 'radar.not-yours' })
    }
    expect((await lena.does(getNetwork)).groups.map(({ name }) => name)).toEqual(['Torque'])
    expect(await seen(admin)).toHaveLength(56)
  })

  test('while it and detection are on, and begins with what is kept after that', async () => {
    const { admin, lab, decide, help, people, seen } = await company()
    const those = await people('Ann Ben Cem Dom', lab)
    await help(all(those))
    expect(await seen()).toHaveLength(12)
    await decide('network', false)
    const off = { isOn: false, since: null, homes: [] }
    expect(await admin.does(getNetwork)).toMatchObject({ ...off, people: { ids: [], names: [] } })
    expect(await admin.does(getNetworkOfGroups)).toMatchObject(off)
    await decide('network')
    expect([await seen(), (await admin.does(getNetwork)).isOn]).toEqual([[], true])
    await help(all(those))
    expect(await seen()).toHaveLength(12)
    await decide('imports', false)
    expect(await seen()).toEqual([])
    await decide('detection', false)
    expect((await admin.does(getNetwork)).isOn).toBe(false)
  })
})

test('of very many links the heaviest are shown, and it says so', async () => {
  const { org, admin } = await company()
  const made = await org.as(async ({ db, now, org: orgId }) => {
    const { numAffectedRows } = await sql`with made as (
        insert into members (org_id, id, email, name, locale, joined_at)
        select ${orgId}, gen_random_uuid(), 'm' || n || '@many.example', 'Member ' || n, 'en', ${now}
        from generate_series(1, 400) n returning id),
      those as (select id, row_number() over () as n from made)
      insert into signals (org_id, source, key, kind, helper_id, helped_id, at, kept_at)
      select ${orgId}, 'cairn', a.n || ' ' || b.n || ' ' || t, 'thanked', a.id, b.id, ${now}, ${now}
      from those a join those b on a.n <> b.n and (b.n - a.n + 400) % 400 <= 260
      cross join generate_series(1, case when a.n <= 3 then 2 else 1 end) t`.execute(db)
    return Number(numAffectedRows)
  })
  const { links, isCapped } = await admin.does(getNetwork)
  expect([made, links.from.length, isCapped]).toEqual([260 * 403, 100_000, true])
  expect(links.acts.slice(0, 780).every((acts) => acts === 2)).toBe(true)
  expect(links.acts[780]).toBe(1)
}, 120_000)
