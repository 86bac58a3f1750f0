import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as material from '#course/material.contract.ts'
import * as files from '#files/contract.ts'
import * as access from '#people/access.contract.ts'
import * as keys from '#people/api-key.contract.ts'
import * as people from '#people/contract.ts'
import * as invitations from '#people/invitation.contract.ts'
import { personWith } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'

const world = openWorld()
const stranger = () => personWith(world.cairn, { id: '', name: '', email: '', cookie: '' })

const counted = async (org: string, table: string): Promise<number> => {
  const [row] = await world.stored<{ n: number }>(org, `select count(*)::int as n from ${table}`)
  return row?.n ?? 0
}

test('what has served its purpose is forgotten in time, and nothing that still does', async () => {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes'), await org.person('Mei Tanaka')]
  const { course } = await dana.does(courses.createCourse, { body: { title: 'Zero it', groupId: org.root } })
  const { id } = await dana.does(material.startUpload, {
    params: { courseId: course.id },
    body: { name: 'a.txt', size: 10 },
  })
  await dana.does(files.sendPart, { params: { fileId: id, offset: 0 }, body: new Blob(['half']) })
  await stranger().does(access.askPasswordReset, { body: { email: mei.email } })
  await mei.does(people.signOut)
  await world.settle()
  const file = join(world.cairn.runtime.install.filesDir, org.id, id)
  expect(existsSync(file)).toBe(true)
  const tables = [
    'idempotency_keys',
    'deliveries',
    'sessions',
    'password_resets',
    'assets',
    'throttles',
    'door_answers',
  ]
  const all = async () => Promise.all(tables.map((table) => counted(org.id, table)))
  const before = await all()
  expect(before.every((count) => count > 0)).toBe(true)

  await world.cairn.tasks.upkeep?.({})
  expect(await all()).toEqual(before)
  expect((await dana.does(people.getSession)).member.id).toBe(dana.id)

  world.pass({ days: 100 })
  await world.cairn.tasks.upkeep?.({})
  expect(await all()).toEqual(tables.map(() => 0))
  expect(existsSync(file)).toBe(false)
})

test('a key that ended is listed for some months more, so that one sees why a program is refused, and then forgotten', async () => {
  const org = await world.organization()
  let admin = await org.admin()
  const made = []
  for (const [name, days] of [
    ['Good', 366],
    ['Taken back', 366],
    ['Ran out', 1],
  ] as const)
    made.push(await admin.does(keys.addApiKey, { body: { name, opens: 'imports', days } }))
  await admin.does(keys.revokeApiKey, { params: { keyId: made[1]?.id ?? '' } })
  const listedAfter = async (days: number) => {
    world.pass({ days })
    await world.cairn.tasks.upkeep?.({})
    admin = await org.again(admin)
    return (await admin.does(keys.listApiKeys)).items.map(({ name }) => name)
  }
  expect(await listedAfter(89)).toEqual(['Ran out', 'Taken back', 'Good'])
  expect(await listedAfter(3)).toEqual(['Good'])
})

test('nobody is mailed in the name of the demo, by whom it may be', async () => {
  const org = await world.organization()
  const admin = await org.admin()
  const invite = (email: string) =>
    admin.does(invitations.inviteMember, {
      body: { email, name: 'Mei', groupId: org.root, role: 'learner', locale: 'en' },
    })
  const folder = world.cairn.runtime.install.filesDir.replace(/files$/, 'mail')
  const sent = () => (existsSync(folder) ? readdirSync(folder).length : 0)
  await world.settle()
  const before = sent()
  await invite('one@northwind.example')
  await world.settle()
  expect(sent()).toBe(before + 1)
  await org.as(({ db }) =>
    db.updateTable('organizations').set({ demo: true }).where('orgId', '=', org.id).execute(),
  )
  await invite('two@northwind.example')
  await world.settle()
  expect(sent()).toBe(before + 1)
})

test('it comes back every night, once, however many servers start and however often it ran', async () => {
  const waiting = async () => {
    const { rows } = await world.owner.query(
      `select run_at > now() as later, extract(hour from run_at at time zone 'utc') * 60 + extract(minute from run_at) as minute
        from graphile_worker.jobs where task_identifier = 'upkeep'`,
    )
    return rows.map(({ later, minute }) => ({ later, minute: Number(minute) }))
  }
  const night = [{ later: true, minute: 197 }]
  for (let server = 0; server < 2; server += 1) {
    const worker = await world.cairn.startWorking()
    await worker.stop()
    expect(await waiting()).toEqual(night)
  }
  await world.owner.query(`update graphile_worker._private_jobs set run_at = now() where key = 'upkeep'`)
  await world.settle()
  expect(await waiting()).toEqual(night)
})
