import { expect, test } from 'vitest'
import { setProfile } from '#leader/expert.contract.ts'
import en from '#leader/messages/en.json' with { type: 'json' }
import { addTopic } from '#leader/topic.contract.ts'
import { raiseNeed, voiceNeed } from '#need/contract.ts'
import { linkTo, paths } from '#paths'
import { openBrowserWorld } from './browser.ts'
import { axeFaults } from './faults.ts'
import { button } from './hand.ts'
import { chooseFound, enterOn, tabTo, typeInto } from './keyboard.ts'
import { settled } from './settled.ts'

const { world, window } = openBrowserWorld()
const calm = { reducedMotion: 'reduce' } as const

test('one finds by keyboard who wonders about the same, with what that is, and goes to their page', async () => {
  const org = await world.organization()
  await (await org.admin()).does(addTopic, { body: { name: 'Torque', words: [] } })
  const lab = await org.group('Night shift')
  const [dana, mei] = [
    await org.person('Dana Reyes', 'learner', lab),
    await org.person('Mei Tanaka', 'learner', lab),
  ]
  const page = await window(mei, calm)
  await page.goto(paths.experts)
  await page.getByRole('heading', { name: en['leader.profile'] }).waitFor()
  expect(await page.getByText(en['leader.likeMe']).count()).toBe(0)
  const body = { title: 'Which torque transducer fits?', details: '', groupId: org.root }
  const { id: needId } = await mei.does(raiseNeed, { body })
  await dana.does(voiceNeed, { params: { needId } })
  const near = page.getByRole('list', { name: en['leader.likeMe'] })
  await near.getByText('also Torque; in Night shift too').waitFor()
  expect(await axeFaults(page)).toEqual([])
  await enterOn(page, near.getByRole('link', { name: 'Dana Reyes' }))
  await page.waitForURL(`**${linkTo(paths.member, { memberId: dana.id })}`)
  await page.getByRole('heading', { name: 'Dana Reyes', level: 1 }).waitFor()
})

test('one says by keyboard in which languages one helps, and is found by one of them and not by another', async () => {
  const org = await world.organization()
  const [dana, mei] = [await org.person('Dana Reyes'), await org.person('Mei Tanaka')]
  const said = { helpsWith: 'Reading a certificate', topicIds: [], languages: ['en' as const] }
  await mei.does(setProfile, { body: { ...said, availability: 'open', until: null } })
  const own = await window(dana, calm)
  await own.goto(paths.experts)
  await enterOn(own, button(own, en['leader.profile.say']))
  const dialog = own.getByRole('dialog')
  await typeInto(
    own,
    dialog.getByRole('textbox', { name: en['leader.profile.helpsWith'] }),
    'Zeroing a gauge',
  )
  const spoken = dialog.getByRole('combobox', { name: en['leader.profile.languages'] })
  await typeInto(own, spoken, 'Fren')
  await chooseFound(own, spoken, 'French')
  // While its list is open nothing beside it is there.
  await own.keyboard.press('Escape')
  await dialog.getByRole('row', { name: 'French' }).waitFor()
  expect(await axeFaults(own)).toEqual([])
  await enterOn(own, dialog.getByRole('button', { name: en['leader.profile.save'] }))
  await dialog.waitFor({ state: 'detached' })
  const found = own.getByRole('list', { name: en['leader.experts'] })
  await found.getByText('English, French').waitFor()

  const language = own.getByRole('button', { name: en['leader.profile.languages'] })
  const choose = async (name: string) => {
    await tabTo(own, language)
    await own.keyboard.press('Enter')
    await own.getByRole('option', { name, exact: true }).waitFor()
    await own.locator('[role=option]:focus').waitFor()
    await own.keyboard.type(name)
    await own.keyboard.press('Enter')
    await language.filter({ hasText: name }).waitFor()
  }
  const names = async () => {
    await settled(own)
    return (await found.getByRole('link').allTextContents()).sort()
  }
  expect(await names()).toEqual(['Dana Reyes', 'Mei Tanaka'])
  await choose('French')
  expect(await names()).toEqual(['Dana Reyes'])
  await choose('Polish')
  await own.getByText(en['leader.experts.none']).waitFor()
})
