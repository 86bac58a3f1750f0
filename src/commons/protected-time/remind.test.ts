import { afterAll, expect, test } from 'vitest'
import { chooseLetters } from '#letters/contract.ts'
import { changeMember, endMembership } from '#people/contract.ts'
import { afterWorkingDays } from '#platform/working-days'
import type { Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { answer, at, labIn } from '#test/protected-time.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import { acceptTime, withdrawTime } from './contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

/** The newest mail to somebody, which has to be right in every part. */
async function newest({ email }: Person, locale = 'en') {
  await world.settle()
  const mail = await readMail(office.rawTo(email))
  expect(mailFaults(mail, { to: email, locale })).toEqual([])
  return mail
}

/** A lab, in which the job that reminds comes as often as it is called. */
async function waiting() {
  const lab = await labIn(world)
  const mails = async () => {
    await world.settle()
    return [lab.dana, lab.mira, lab.olga, lab.admin].map(({ email }) => office.subjectsTo(email).length)
  }
  const remind = async (id: string) => {
    for (const _ of [1, 2]) await world.cairn.tasks['remind-time']?.({ org: lab.org.id, id })
  }
  return { ...lab, mails, remind }
}

test('who answers for the group gets a letter that leads to what is asked, and one more after five working days without an answer', async () => {
  const { org, mira, dana, mails, remind, ask } = await waiting()
  await mira.does(changeMember, { params: { memberId: mira.id }, body: { locale: 'fr' } })
  const asked = world.now()
  const id = await ask()
  const { rows } = await world.owner.query<{ runAt: string }>(
    'select run_at as "runAt" from graphile_worker._private_jobs where key = $1',
    [`remind-time ${id}`],
  )
  const late = rows.map(({ runAt }) => Date.parse(runAt) - afterWorkingDays(asked, 5).getTime())
  expect(late.map((milliseconds) => Math.round(milliseconds / 3_600_000))).toEqual([0])
  const first = await newest(mira, 'fr')
  expect(first.subject).toBe('Dana Reyes demande 4 heures par mois')
  expect(first.text).toContain('A secret reason to need time')
  expect(first.text).toContain('http://cairn.test/lead/time?side=answering')
  expect(await mails()).toEqual([0, 1, 0, 0])
  world.pass({ days: 4 })
  await remind(id)
  expect(await mails()).toEqual([0, 1, 0, 0])
  world.pass({ days: 3 })
  await remind(id)
  expect((await newest(mira, 'fr')).subject).toBe('Dana Reyes attend votre réponse\u00a0: 4 heures par mois')
  world.pass({ days: 20 })
  await remind(id)
  expect(await mails()).toEqual([0, 2, 0, 0])
  expect(await org.facts('time.reminded')).toMatchObject([
    { timeId: id, memberId: dana.id, toIds: [mira.id] },
  ])
})

test('whoever was proposed another number has to answer, and is reminded of it once, from the proposal on', async () => {
  const { org, mira, dana, mails, remind, ask } = await waiting()
  const id = await ask()
  world.pass({ days: 4 })
  await answer(mira, id, { answer: 'propose', hours: 2, words: 'Until the audit.' })
  expect((await newest(dana)).subject).toBe('Mira Holt proposes 2 hours a month')
  world.pass({ days: 4 })
  await remind(id)
  expect(await mails()).toEqual([1, 1, 0, 0])
  world.pass({ days: 3 })
  await remind(id)
  const again = await newest(dana)
  expect(again.subject).toBe('Your answer is waited for: 2 hours a month')
  expect(again.text).toContain('you asked for 4 hours a month; what was proposed instead is 2.')
  expect(await mails()).toEqual([2, 1, 0, 0])
  await (await org.again(dana)).does(acceptTime, at(id))
})

test('nobody is reminded of what is answered or taken back, or when whoever asked has left', async () => {
  const { org, admin, mira, dana, kofi, remind, ask } = await waiting()
  const [answered, left] = [await ask(), await ask({}, kofi)]
  await answer(mira, answered, { answer: 'decline', words: 'Not before May.' })
  const takenBack = await ask()
  await dana.does(withdrawTime, at(takenBack))
  await admin.does(endMembership, { params: { memberId: kofi.id } })
  await world.settle()
  world.pass({ days: 7 })
  for (const id of [answered, left, takenBack]) await remind(id)
  await world.settle()
  expect(await org.countFacts('time.reminded')).toBe(0)
  expect(office.subjectsTo(mira.email)).toHaveLength(3)
})

test('when whoever was asked has left, the next who answers is reminded; who wants no such letters gets none', async () => {
  const { admin, olga, mira, mails, remind, ask } = await waiting()
  await mira.does(chooseLetters, { params: { topic: 'leading' }, body: { isWanted: false } })
  const id = await ask()
  expect(await mails()).toEqual([0, 0, 0, 0])
  await admin.does(endMembership, { params: { memberId: mira.id } })
  world.pass({ days: 7 })
  await remind(id)
  expect(await mails()).toEqual([0, 0, 1, 0])
  expect((await newest(olga)).subject).toBe('Dana Reyes still waits: 4 hours a month')
})
