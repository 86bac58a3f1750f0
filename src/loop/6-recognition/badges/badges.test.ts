import { describe, expect, test } from 'vitest'
import * as courses from '#course/contract.ts'
import * as feed from '#feed/contract.ts'
import * as people from '#people/contract.ts'
import { award, benchIn, design, held, mayNot, reason, words } from '#test/badge.ts'
import { documentOf, published } from '#test/course.ts'
import type { Organization, Person } from '#test/organization.ts'
import { openWorld } from '#test/world.ts'
import * as badges from '../badge.contract.ts'

const world = openWorld()
const bench = (settings = {}) => benchIn(world, settings)

describe('a design', () => {
  test('is made by who manages the whole organization, changed in versions, and put back as it was', async () => {
    const { org, admin, lena, badge, at } = await bench()
    const root = await org.person('Ruth Root', 'manager')
    expect((await lena.isRefused(badges.designBadge, { body: design })).code).toBe('badge.not-designer')
    const body = { ...design, name: 'Keeper', version: 1 }
    const changed = await root.does(badges.changeBadge, { ...at, body })
    expect(changed).toMatchObject({ name: 'Keeper', version: 2, can: { change: true } })
    expect((await admin.isRefused(badges.changeBadge, { ...at, body })).code).toBe('badge.changed-elsewhere')
    const back = await admin.does(badges.changeBadge, { ...at, body: { ...design, version: 2 } })
    expect(back).toMatchObject({ ...words, version: 3 })
    const same = await admin.does(badges.changeBadge, { ...at, body: { ...design, version: 3 } })
    expect(same.version).toBe(3)
    const settings = { ...design, version: 3, isPublic: false }
    expect((await admin.does(badges.changeBadge, { ...at, body: settings })).version).toBe(3)
    expect(await org.countFacts('badge.changed')).toBe(3)
    expect(badge.version).toBe(1)
  })

  test('that two change at once is changed by one, and the other hears of it', async () => {
    const { admin, at } = await bench()
    const names = Array.from({ length: 6 }, (_, n) => `Name ${n}`)
    const all = await Promise.allSettled(
      names.map((name) => admin.does(badges.changeBadge, { ...at, body: { ...design, name, version: 1 } })),
    )
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('that is archived is awarded no more, until it is restored; who holds it keeps it', async () => {
    const { admin, lena, mei, kofi, badge, at } = await bench()
    await award(lena, badge.id, mei)
    await admin.does(badges.archiveBadge, at)
    expect(await mayNot(admin, badge.id, kofi)).toBe('badge.archived')
    expect(await held(kofi, mei)).toHaveLength(1)
    expect((await admin.does(badges.listBadges)).items).toEqual([])
    expect((await admin.does(badges.listBadges, { query: { archived: 'true' } })).items).toHaveLength(1)
    await admin.does(badges.restoreBadge, at)
    await award(admin, badge.id, kofi)
    expect((await admin.does(badges.getBadge, at)).holders).toBe(2)
  })
})

describe('an award', () => {
  test('keeps the words and the drawing of when it was made', async () => {
    const { admin, lena, mei, badge, at } = await bench()
    await award(lena, badge.id, mei, { level: 2 })
    const drawing = { ...words.drawing, symbol: 'star' as const }
    const body = { ...design, name: 'Other', criteria: 'Something else.', drawing, version: 1 }
    await admin.does(badges.changeBadge, { ...at, body })
    expect(await held(mei, mei)).toMatchObject([
      { ...words, level: 2, awardedBy: { name: 'Lena Vogt' }, reason },
    ])
  })

  test.each([
    ['designers', { admin: '', lena: 'badge.not-awarder', tomas: 'badge.not-awarder' }],
    ['managers', { admin: '', lena: '', tomas: 'badge.not-awarder' }],
    ['leaders', { admin: '', lena: '', tomas: '' }],
  ] as const)('is made by whom the badge names (%s), within their own group', async (awarders, expected) => {
    const { admin, lena, tomas, mei, kofi, org, badge } = await bench({ awarders })
    for (const [name, who] of Object.entries({ admin, lena, tomas })) {
      const someone = await org.person(`New ${name}`, 'learner', await labOf(org))
      const code = expected[name as keyof typeof expected]
      if (code) expect(await mayNot(who, badge.id, someone)).toBe(code)
      else await award(who, badge.id, someone)
      const offered = await who.does(badges.listAwardableBadges, { params: { memberId: someone.id } })
      expect([name, offered.items.map(({ held }) => held)]).toEqual([name, code ? [] : [1]])
    }
    expect(await mayNot(mei, badge.id, kofi)).toBe('badge.not-awarder')
    expect(await mayNot(lena, badge.id, kofi)).toBe('badge.not-awarder')
  })

  const labOf = async (org: Organization) => {
    const { items } = await (await org.admin()).does(people.listGroups)
    return items.find(({ name }) => name === 'Lab')?.id ?? ''
  }

  test('of the same level changes nothing, of a higher one follows, of a lower one is refused; also at once', async () => {
    const { org, admin, lena, mei, badge } = await bench()
    const all = await Promise.allSettled(Array.from({ length: 6 }, () => award(lena, badge.id, mei)))
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await mayNot(admin, badge.id, mei)).toBe('badge.held')
    expect(await org.countFacts('badge.awarded')).toBe(1)
    await award(admin, badge.id, mei, { level: 3 })
    expect((await held(mei, mei)).map(({ level }) => level)).toEqual([3])
    expect(await mayNot(lena, badge.id, mei, { level: 2 })).toBe('badge.higher-held')
    expect(await mayNot(lena, badge.id, mei, { level: 4 })).toBe('badge.no-level')
    expect((await admin.does(badges.getBadge, { params: { badgeId: badge.id } })).holders).toBe(1)
  })

  test('is told to the receiver, and to their group where the badge is public', async () => {
    const { lena, tomas, mei, kofi, badge } = await bench()
    await award(lena, badge.id, mei)
    const quiet = await (async () => {
      const other = await bench({ isPublic: false })
      await award(other.lena, other.badge.id, other.mei)
      return other
    })()
    await world.settle()
    const news = async (who: Person) =>
      (await who.does(feed.getFeed)).items.filter(({ kind }) => kind.startsWith('badge.'))
    expect(await news(mei)).toMatchObject([
      { kind: 'badge.awarded', reason: 'awarded-you', data: { name: words.name, words: reason } },
    ])
    expect(await news(tomas)).toMatchObject([{ reason: 'your-group', group: { name: 'Lab' } }])
    expect([await news(kofi), await news(quiet.tomas)]).toEqual([[], []])
    expect(await news(quiet.mei)).toHaveLength(1)
  })

  test('stands on the profile unless its holder says otherwise, which is theirs alone to say', async () => {
    const { lena, tomas, mei, badge } = await bench()
    const { id } = await award(lena, badge.id, mei)
    await world.settle()
    const hide = { params: { awardId: id }, body: { isShown: false } }
    expect((await lena.isRefused(badges.setBadgeShown, hide)).status).toBe(404)
    await mei.does(badges.setBadgeShown, hide)
    expect([await held(tomas, mei), (await held(mei, mei)).map(({ isShown }) => isShown)]).toEqual([
      [],
      [false],
    ])
    const seen = async (who: Person) =>
      (await who.does(feed.getFeed)).items.some(({ kind }) => kind === 'badge.awarded')
    expect([await seen(tomas), await seen(mei)]).toEqual([false, true])
    await mei.does(badges.setBadgeShown, { ...hide, body: { isShown: true } })
    expect(await held(tomas, mei)).toHaveLength(1)
  })

  test('names a course that its receiver may see, and shows neither it nor the reason to who may not', async () => {
    const { org, admin, mei, kofi, lena, badge } = await bench()
    const secret = await org.group('Board', { private: true })
    const author = await org.person('Ann Author', 'leader', secret)
    const courseId = await published(org, author, documentOf({ s1: [] }), secret)
    expect(await mayNot(admin, badge.id, kofi, { courseId })).toBe('badge.course-apart')
    expect(await mayNot(lena, badge.id, mei, { courseId })).toBe('course.not-found')
    await org.grant(mei.id, secret, 'learner')
    const insider = await org.again(mei)
    await award(admin, badge.id, mei, { courseId, reason: 'You keep a secret well.' })
    await world.settle()
    expect((await held(insider, mei))[0]).toMatchObject({
      course: { id: courseId },
      reason: 'You keep a secret well.',
    })
    expect((await held(kofi, mei))[0]).toMatchObject({ course: null, reason: '' })
    for (const who of [kofi, lena]) {
      expect(JSON.stringify(await who.does(feed.getFeed))).not.toContain('secret')
      expect((await who.isRefused(courses.getCourse, { params: { courseId } })).status).toBe(404)
    }
  })
})
