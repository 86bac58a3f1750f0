import { afterAll, expect, test } from 'vitest'
import { changeMember } from '#people/contract.ts'
import { openPostOffice } from '#test/post-office.ts'
import { readMail } from '#test/read-mail.ts'
import { at, come, leaderIn, plantIn } from '#test/volunteer.ts'
import { openWorld } from '#test/world.ts'
import { greetVolunteer, handOverVolunteer } from './contract.ts'

/** Mails leave through SMTP here. */
const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

/** The subject of the newest mail to somebody, as a mail program reads it. */
const lastTo = async ({ email }: { email: string }) => (await readMail(office.rawTo(email))).subject
const mailsTo = ({ email }: { email: string }) => office.subjectsTo(email)

test('whoever is to greet somebody gets a mail when they come, when it is handed over, and once when nobody did in two days', async () => {
  const { org, lab, dana, mei } = await plantIn(world)
  const kofi = await leaderIn(org, 'Kofi Mensah', lab)
  await dana.does(changeMember, { params: { memberId: dana.id }, body: { locale: 'fr' } })
  await world.settle()
  // By language Kofi would be the one; he greets somebody else already, and in her words.
  await come(await org.person('Vic Volunteer', 'learner', lab))
  await world.settle()
  expect(mailsTo(kofi)).toEqual(['Vic Volunteer wants to share what they know'])
  const { id } = await come(mei)
  await world.settle()
  expect([mailsTo(dana), mailsTo(kofi).length]).toEqual([[], 2])
  await kofi.does(handOverVolunteer, { ...at(id), body: { memberId: dana.id } })
  await world.settle()
  expect(await lastTo(dana)).toBe('Voulez-vous accueillir Mei Tanaka ?')
  expect(office.mailTo(dana.email)).toContain('http://cairn.test/lead')

  const remind = () => world.cairn.tasks['remind-sponsor']?.({ org: org.id, volunteerId: id })
  world.pass({ days: 2, hours: 1 })
  for (const _ of [1, 2]) await remind()
  await world.settle()
  expect(mailsTo(dana)).toHaveLength(2)
  expect(await lastTo(dana)).toBe('Mei Tanaka attend encore un mot d’accueil')
  expect(mailsTo(mei)).toEqual([])
})

test('the job that reminds is there for the moment two days later, and says nothing where somebody greeted', async () => {
  const { org, dana, mei } = await plantIn(world)
  const came = world.now().getTime()
  const { id } = await come(mei)
  const { rows } = await world.owner.query<{ runAt: string }>(
    'select run_at as "runAt" from graphile_worker._private_jobs where key = $1',
    [`remind ${id}`],
  )
  expect(rows.map(({ runAt }) => Math.round((Date.parse(runAt) - came) / 3_600_000))).toEqual([48])
  await dana.does(greetVolunteer, { ...at(id), body: { words: 'Welcome! Coffee on Thursday?' } })
  world.pass({ days: 3 })
  await world.cairn.tasks['remind-sponsor']?.({ org: org.id, volunteerId: id })
  await world.settle()
  expect(mailsTo(dana)).toEqual(['Mei Tanaka wants to share what they know'])
})
