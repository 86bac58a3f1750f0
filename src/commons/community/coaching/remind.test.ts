import { afterAll, expect, test } from 'vitest'
import { publishCourse } from '#course'
import { createCourse } from '#course/contract.ts'
import { addTopic } from '#leader/topic.contract.ts'
import { chooseLetters } from '#letters/contract.ts'
import { changeMember, endMembership } from '#people/contract.ts'
import { afterWorkingDays } from '#platform/working-days'
import type { Person } from '#test/organization.ts'
import { openPostOffice } from '#test/post-office.ts'
import { mailFaults, readMail } from '#test/read-mail.ts'
import { openWorld } from '#test/world.ts'
import * as coaching from '../coach.contract.ts'

const office = await openPostOffice()
const world = openWorld({ smtpUrl: office.url })
afterAll(office.close)

/** Dana is ready to coach four; Nina is new. The job that reminds comes as often as it is called. */
async function leaders() {
  const org = await world.organization()
  const [admin, dana, nina] = [
    await org.admin(),
    await org.person('Dana Reyes', 'leader'),
    await org.person('Nina Newton', 'leader'),
  ]
  const body = { title: 'Zero it', objective: 'You zero a gauge in the cold.', groupId: org.root }
  const { course } = await dana.does(createCourse, { body })
  await org.as((scope) => publishCourse(scope, course.id, null))
  await dana.does(coaching.offerCoaching, { body: { atOnce: 4 } })
  const ask = async (who: Person, topicId: string | null = null, words = '') =>
    (await who.does(coaching.askCoach, { body: { coachId: dana.id, topicId, words } })).id
  const remind = async (id: string) => {
    for (const _ of [1, 2]) await world.cairn.tasks['remind-coach']?.({ org: org.id, id })
  }
  return { org, admin, dana, nina, ask, remind }
}

const subjects = ({ email }: Person) => office.subjectsTo(email)

async function newest({ email }: Person, locale: string) {
  const mail = await readMail(office.rawTo(email))
  expect(mailFaults(mail, { to: email, locale })).toEqual([])
  return mail
}

test('whoever is asked to coach gets a letter that leads there, and one more after five working days without an answer', async () => {
  const { org, admin, dana, nina, ask, remind } = await leaders()
  const torque = await admin.does(addTopic, { body: { name: 'Torque', words: [] } })
  const asked = world.now()
  const id = await ask(nina, torque.id, 'My first course is to be short.')
  const { rows } = await world.owner.query<{ runAt: string }>(
    'select run_at as "runAt" from graphile_worker._private_jobs where key = $1',
    [`remind-coach ${id}`],
  )
  const late = rows.map(({ runAt }) => Date.parse(runAt) - afterWorkingDays(asked, 5).getTime())
  expect(late.map((milliseconds) => Math.round(milliseconds / 3_600_000))).toEqual([0])
  await world.settle()
  const first = await newest(dana, 'en')
  expect(first.subject).toBe('Nina Newton asks you to coach them')
  expect(first.text).toContain('asks you to coach them, about Torque.\n\nMy first course is to be short.\n\n')
  expect(first.text).toContain('http://cairn.test/lead/community?part=coaching')
  await dana.does(changeMember, { params: { memberId: dana.id }, body: { locale: 'fr' } })
  world.pass({ days: 4 })
  await remind(id)
  await world.settle()
  expect(subjects(dana)).toHaveLength(1)
  world.pass({ days: 3 })
  await remind(id)
  await world.settle()
  expect((await newest(dana, 'fr')).subject).toBe('Nina Newton attend encore votre réponse')
  world.pass({ days: 20 })
  await remind(id)
  await world.settle()
  expect([subjects(dana).length, subjects(nina)]).toEqual([2, []])
  expect(await org.facts('coaching.reminded')).toMatchObject([
    { coachingId: id, askerId: nina.id, coachId: dana.id },
  ])
})

test('nobody is reminded of what is answered or taken back, or when one of both has left', async () => {
  const { org, admin, dana, nina, ask, remind } = await leaders()
  const [otis, lena] = [await org.person('Otis New', 'leader'), await org.person('Lena New', 'leader')]
  const [answered, takenBack, left] = [await ask(nina), await ask(otis), await ask(lena)]
  const params = { coachingId: answered }
  await dana.does(coaching.answerCoaching, { params, body: { answer: 'accept' } })
  await otis.does(coaching.withdrawCoaching, { params: { coachingId: takenBack } })
  await admin.does(endMembership, { params: { memberId: lena.id } })
  await world.settle()
  const unheard = await ask(otis)
  world.pass({ days: 7 })
  for (const id of [answered, takenBack, left]) await remind(id)
  await admin.does(endMembership, { params: { memberId: dana.id } })
  await remind(unheard)
  await world.settle()
  expect(subjects(dana)).toHaveLength(4)
  expect(await org.countFacts('coaching.reminded')).toBe(0)
})

test('who wants no letters about their leading gets neither', async () => {
  const { dana, nina, ask, remind } = await leaders()
  await dana.does(chooseLetters, { params: { topic: 'leading' }, body: { isWanted: false } })
  const id = await ask(nina)
  world.pass({ days: 7 })
  await remind(id)
  await world.settle()
  expect(subjects(dana)).toEqual([])
  expect((await dana.does(coaching.getMyCoaching)).asked).toMatchObject([{ id, state: 'asked' }])
})
