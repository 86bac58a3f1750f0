import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as feed from '#feed/contract.ts'
import * as needs from '#need/contract.ts'
import { type Person, send } from '#test/organization.ts'
import { picture } from '#test/picture.ts'
import { sendAhead } from '#test/sending.ts'
import { openWorld } from '#test/world.ts'
import { getKudosFile, giveKudos, listKudos, withdrawKudos } from '../contract.ts'
import { mostThanksFile } from '../limits.ts'

const world = openWorld()
const reason = 'You showed me how to zero it in the cold.'
const photo = picture(40, 30)
/** What a film begins with. */
const clip = new Uint8Array(
  Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), photo]),
)

async function lab() {
  const org = await world.organization()
  const [mei, tomas, ines] = [
    await org.person('Mei Tanaka'),
    await org.person('Tomas Lindqvist'),
    await org.person('Ines Duarte'),
  ]
  const give = (id: string, more: { alt?: string; isPrivate?: boolean; needId?: string } = {}) => {
    const { alt = '', ...rest } = more
    return { body: { toIds: [tomas.id], reason, file: { id, alt }, ...rest } }
  }
  return { org, mei, tomas, ines, give }
}

const look = (who: Person, kudosId: string) =>
  send(world.cairn, who.cookie, getKudosFile, { params: { kudosId } })

test('thanks come with a picture, which whoever reads them sees, in the feed too', async () => {
  const { mei, tomas, ines, give } = await lab()
  const file = await sendAhead(mei, 'bench.png', photo)
  const made = await mei.does(giveKudos, give(file, { alt: 'The bench at minus ten' }))
  const shown = { mediaType: 'image/png', alt: 'The bench at minus ten', width: 40, height: 30 }
  expect(made.file).toEqual(shown)
  expect((await ines.does(listKudos, {})).items).toMatchObject([{ file: shown }])
  const response = await look(ines, made.id)
  expect(Buffer.from(await response.arrayBuffer()).equals(photo)).toBe(true)
  expect(response.headers.get('content-security-policy')).toContain('sandbox')
  await world.settle()
  const { items } = await tomas.does(feed.getFeed)
  expect(items.find(({ kind }) => kind === 'kudos.given')?.data).toMatchObject({ file: shown })
})

test('what comes with thanks is for who may read these: two where they are private, a group where it is closed', async () => {
  const { org, mei, tomas, ines, give } = await lab()
  const status = async (who: Person, id: string) => (await look(who, id)).status
  const all = (id: string) => Promise.all([mei, tomas, ines].map((who) => status(who, id)))
  const isPrivate = true
  const between = await mei.does(giveKudos, give(await sendAhead(mei, 'a.png', photo), { isPrivate }))
  expect(await all(between.id)).toEqual([200, 200, 404])
  const vault = await org.group('Vault', { private: true })
  const [lena, otto] = [await org.person('Lena', 'leader', vault), await org.person('Otto', 'learner', vault)]
  const raised = { body: { title: 'Which key opens it?', details: '', groupId: vault } }
  const { id: needId } = await lena.does(needs.raiseNeed, raised)
  const body = {
    toIds: [otto.id],
    reason,
    needId,
    file: { id: await sendAhead(lena, 'a.mp4', clip), alt: '' },
  }
  const inside = await lena.does(giveKudos, { body })
  expect(inside.file).toMatchObject({ mediaType: 'video/mp4', width: null })
  expect([await status(otto, inside.id), await status(ines, inside.id)]).toEqual([200, 404])
})

test('a file belongs to one thing: another’s, one on its way, and one that thanks have already are refused', async () => {
  const { mei, ines, give } = await lab()
  const file = await sendAhead(mei, 'bench.png', photo)
  const refused = async (who: Person, id: string) =>
    (await who.isRefused(giveKudos, give(id))).faults?.map(({ pointer, code }) => [pointer, code])
  const unknown = [['/file/id', 'kudos.file-unknown']]
  expect(await refused(ines, file)).toEqual(unknown)
  expect(await refused(mei, crypto.randomUUID())).toEqual(unknown)
  await mei.does(giveKudos, give(file))
  expect(await refused(mei, file)).toEqual(unknown)
  expect((await mei.does(listKudos, {})).items).toHaveLength(1)
})

test('two that thank with the same file at the same moment: one does', async () => {
  const { mei, give } = await lab()
  const file = await sendAhead(mei, 'bench.png', photo)
  const both = await Promise.all([1, 2].map(() => send(world.cairn, mei.cookie, giveKudos, give(file))))
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422])
})

test('what is neither a picture nor a clip, may run something, or is too large does not come with thanks', async () => {
  const { mei, give } = await lab()
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  for (const [name, content] of [
    ['a.png', 'Words only.'],
    ['a.svg', drawing],
  ] as const) {
    const refusal = await mei.isRefused(giveKudos, give(await sendAhead(mei, name, content)))
    expect(refusal.faults).toMatchObject([{ code: 'kudos.file-kind' }])
  }
  world.cairn.runtime.install.uploadLimit = 2 * mostThanksFile
  const film = new Uint8Array(mostThanksFile + 1)
  film.set(clip)
  const large = await mei.isRefused(giveKudos, give(await sendAhead(mei, 'long.mp4', film)))
  expect(large.faults).toMatchObject([{ code: 'kudos.file-large' }])
  expect((await mei.does(listKudos, {})).items).toEqual([])
})

test('thanks that are taken back take their picture with them, off the disk too; those that stay keep theirs', async () => {
  const { org, mei, give } = await lab()
  const [gone, kept] = [await sendAhead(mei, 'a.png', photo), await sendAhead(mei, 'b.png', photo)]
  const [first, second] = [await mei.does(giveKudos, give(gone)), await mei.does(giveKudos, give(kept))]
  await mei.does(withdrawKudos, { params: { kudosId: first.id } })
  expect([(await look(mei, first.id)).status, (await look(mei, second.id)).status]).toEqual([404, 200])
  world.pass({ days: 8 })
  await world.cairn.tasks.upkeep?.({})
  const isThere = (id: string) => existsSync(join(world.cairn.runtime.install.filesDir, org.id, id))
  expect([isThere(gone), isThere(kept)]).toEqual([false, true])
  expect(await world.stored(org.id, 'select id from assets')).toEqual([{ id: kept }])
})
