import { expect, test } from 'vitest'
import { personWith } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import { getMember, listMembers } from './contract.ts'
import { acceptInvitation } from './invitation.contract.ts'
import { newLinkToken } from './links.ts'
import { inviteMany, previewInvitations } from './list.contract.ts'
import { getWorkingTime, setWorkingTime } from './time.contract.ts'

const world = openWorld()

async function company() {
  const org = await world.organization()
  const admin = await org.admin()
  const lab = await org.group('Lab')
  const bench = await org.group('Bench', { parent: lab })
  const mei = await org.person('Mei Tanaka', 'learner', bench)
  const lena = await org.person('Lena Vogt', 'manager', lab)
  const kofi = await org.person('Kofi Mensah', 'leader', bench)
  const of = { params: { memberId: mei.id } }
  return { org, admin, lab, mei, lena, kofi, of }
}

test('whoever manages one of somebody’s groups, or one above it, says how much they work; it is on record, once', async () => {
  const { org, admin, lena, mei, of } = await company()
  expect(await mei.does(getWorkingTime, of)).toEqual({ percent: 100, can: { set: false } })
  expect(await lena.does(setWorkingTime, { ...of, body: { percent: 60 } })).toEqual({
    percent: 60,
    can: { set: true },
  })
  await lena.does(setWorkingTime, { ...of, body: { percent: 60 } })
  await admin.does(setWorkingTime, { ...of, body: { percent: 80 } })
  expect(await mei.does(getWorkingTime, of)).toMatchObject({ percent: 80 })
  const facts = await world.stored<{ actorId: string; data: object }>(
    org.id,
    `select actor_id, data from facts where type = 'member.working-time-set' order by id`,
  )
  expect(facts).toEqual([
    { actorId: lena.id, data: { memberId: mei.id, percent: 60, before: 100 } },
    { actorId: admin.id, data: { memberId: mei.id, percent: 80, before: 60 } },
  ])
})

test('peers neither read nor say it, nor does who manages elsewhere; nobody says it of themselves', async () => {
  const { org, admin, lena, kofi, mei, of } = await company()
  await admin.does(setWorkingTime, { ...of, body: { percent: 37 } })
  const elsewhere = await org.person('Ann Other', 'admin', await org.group('Sales'))
  for (const who of [kofi, elsewhere]) {
    expect(await who.isRefused(getWorkingTime, of)).toMatchObject({ code: 'working-time.not-yours' })
    expect(await who.isRefused(setWorkingTime, { ...of, body: { percent: 50 } })).toMatchObject({
      code: 'working-time.not-yours',
    })
    expect((await who.does(getMember, of)).can.setWorkingTime).toBe(false)
    const told = [await who.does(getMember, of), await who.does(listMembers)]
    expect(JSON.stringify(told)).not.toMatch(/"workingTime"|:37\b/)
  }
  expect((await mei.isRefused(setWorkingTime, { ...of, body: { percent: 50 } })).status).toBe(403)
  for (const who of [lena, admin]) {
    const own = { params: { memberId: who.id }, body: { percent: 50 } }
    expect(await who.isRefused(setWorkingTime, own)).toMatchObject({ code: 'working-time.own' })
  }
  expect((await lena.does(getMember, of)).can.setWorkingTime).toBe(true)
  for (const percent of [9, 101, 66.6])
    expect((await lena.isRefused(setWorkingTime, { ...of, body: { percent } })).faults?.[0]?.pointer).toBe(
      '/percent',
    )
  expect((await admin.isRefused(getWorkingTime, { params: { memberId: crypto.randomUUID() } })).status).toBe(
    404,
  )
})

test('a list of people may say it in a column of its own, as percent or as a part; whoever comes by it has it', async () => {
  const { org, admin } = await company()
  const list = [
    'name,mail,temps de travail',
    ...['Ann,ann@x.example,80 %', 'Ben,ben@x.example,"0,5"', 'Cem,cem@x.example,', 'Dom,dom@x.example,1'],
    ...['Eva,eva@x.example,5', 'Fay,fay@x.example,much', 'Gil,gil@x.example,120'],
  ].join('\n')
  const { lines, columns } = await admin.does(previewInvitations, { body: new Blob([list]) })
  expect(columns[2]).toEqual({ heading: 'temps de travail', column: 'workingTime' })
  expect(lines.map(({ state, invitation }) => invitation?.workingTime ?? state)).toEqual([
    ...[80, 50, 100, 100],
    ...['bad-working-time', 'bad-working-time', 'bad-working-time'],
  ])
  const invitations = lines.flatMap(({ invitation }) => invitation ?? [])
  await admin.does(inviteMany, { body: { invitations } })
  const token = await org.as(async (scope) => {
    const { token: made, hash } = newLinkToken(scope)
    await scope.db
      .updateTable('invitations')
      .set({ tokenHash: hash })
      .where('orgId', '=', org.id)
      .where('email', '=', 'ben@x.example')
      .execute()
    return made
  })
  const newcomer = personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })
  const { member } = await newcomer.does(acceptInvitation, {
    body: { token, name: 'Ben', password: 'a long enough phrase' },
  })
  expect(await admin.does(getWorkingTime, { params: { memberId: member.id } })).toMatchObject({ percent: 50 })
})
