import { expect, test } from 'vitest'
import * as material from '#course/material.contract.ts'
import * as feed from '#feed/contract.ts'
import * as files from '#files/contract.ts'
import { addressOf } from '#platform/http/call'
import { tell } from '#platform/scope'
import * as searching from '#search/contract.ts'
import { listenAt } from '#test/setup/server.ts'
import { openBrowserWorld } from './browser.ts'
import { finger, mouse } from './hand.ts'
import { type Cast, castIn } from './journey/cast.ts'
import { search } from './journey/knowing.ts'
import { gauges, type Story, scales } from './journey/story.ts'
import { takeAround } from './journey.ts'
import { settled } from './settled.ts'

const browser = openBrowserWorld()
const { world, window, address } = browser

/** A picture that the leader of an organization uploads into their course; gives its address. */
async function pictureIn({ tomas: { person } }: Cast, coursePath: string): Promise<string> {
  const params = { courseId: coursePath.split('/').at(-1) ?? '' }
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const started = await person.does(material.startUpload, {
    params,
    body: { name: 'zero.png', size: pixel.length },
  })
  const fileId = started.id
  await person.does(files.sendPart, { params: { fileId, offset: '0' }, body: new Blob([pixel]) } as never)
  return addressOf(material.getFile, { params: { fileId } } as never)
}

/** That somebody sees nothing of another organization: on Home, by search, by address, by the addresses of files. */
async function seesNothingOf({ ines }: Cast, story: Story, pagePaths: string[], file: string) {
  const { person, page } = ines
  for (const path of ['/', '/ask', '/learn', '/thanks', '/impact']) {
    await page.goto(path)
    await settled(page)
    const text = await page.locator('body').textContent()
    for (const words of [story.need, story.course, story.thanks]) expect(text).not.toContain(words)
  }
  for (const words of [story.need, story.course, story.lastStep]) {
    const hits = await search(ines, words)
    await settled(page)
    for (const hit of await hits.getByRole('listitem').allTextContents()) expect(hit).not.toContain(words)
  }
  for (const path of pagePaths) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1, name: /^Nothing is here/ }).waitFor()
  }
  const found = await person.does(searching.search, { query: { q: story.need } })
  expect(found.items.map(({ title }) => title)).not.toContain(story.need)
  expect(JSON.stringify(await person.does(feed.getFeed))).not.toContain(story.need)
  expect((await page.request.get(file)).status()).toBe(404)
}

test('in two organizations at once, with a mouse and on a phone, five people each take a need once around the loop, and neither organization sees anything of the other', async () => {
  const elsewhere = await world.organization('Elsewhere')
  const stream = await listenAt(address(), (await elsewhere.person('Elsa Where')).cookie)
  const says = async (word: string) => {
    await elsewhere.as(async (scope) => tell(scope, { topics: [word] }))
    await expect.poll(() => stream.heard.at(-1)).toBe(word)
  }
  // What its own beginning was told of, also by the jobs that follow it, has been heard by then.
  await world.settle()
  await says('begun')
  stream.heard.length = 0
  const [one, other] = [
    await castIn(await world.organization('Northwind Gauges'), browser, mouse),
    await castIn(await world.organization('Southbank Scales'), browser, finger),
  ]
  const [here, there] = await Promise.all([takeAround(one, gauges), takeAround(other, scales)])
  const [mine, theirs] = [await pictureIn(one, here.coursePath), await pictureIn(other, there.coursePath)]
  expect((await one.tomas.page.request.get(mine)).status()).toBe(200)
  await Promise.all([
    seesNothingOf(one, scales, Object.values(there), theirs),
    seesNothingOf(other, gauges, Object.values(here), mine),
  ])
  // A third organization, where nothing happened, heard of none of it.
  expect(stream.status).toBe(200)
  await says('over')
  expect(stream.heard).toEqual(['over'])
  stream.close()
  const stranger = await window(null)
  await stranger.goto(here.needPath)
  await stranger.getByRole('heading', { level: 1, name: 'Sign in to Cairn' }).waitFor()
  expect((await stranger.request.get(mine)).status()).toBe(401)
})
