import { afterAll, expect, test } from 'vitest'
import * as campaigns from '#campaigns/campaign.contract.ts'
import { getCampaignReport } from '#campaigns/report.contract.ts'
import { bodyOf, step } from './campaign.ts'
import { openPostOffice } from './post-office.ts'
import { companyIn, ownerPoolAt, playerOn, type Wire } from './setup/company.ts'
import { openServer } from './setup/killed.ts'

/** A campaign is being sent while the server is killed: nobody gets a step twice, and what is not known is told. */
const office = await openPostOffice()
afterAll(office.close)
const { server, databaseUrl, restart } = openServer({ SMTP_URL: office.url })
const people = 120
/** As many mails are in hand at a moment, at most. */
const inHand = 20

const readers = () => office.caught.map((mail) => mail.match(/^To: ([^\r\n]+)/m)?.[1] ?? '')

test('a server killed twice while it sends a campaign goes on where it was: nobody gets it twice, and few nobody knows of', async () => {
  const names = Array.from({ length: people }, (_, number) => `Member ${number}`)
  const { admin, root } = await companyIn(databaseUrl(), 0, names)
  const wire: Wire = { url: () => server().url, outcomes: new Map() }
  const ada = playerOn(wire, admin)
  const { id, version } = await ada.does(campaigns.makeCampaign, { body: { name: 'Call', groupId: root } })
  const params = { campaignId: id }
  const body = { version, name: 'Call', body: bodyOf([step('why')]) }
  await ada.does(campaigns.changeCampaign, { params, body })
  await ada.does(campaigns.launchCampaign, { params })
  for (const share of [0.2, 0.5]) {
    await expect
      .poll(() => office.caught.length, { timeout: 60_000, interval: 2 })
      .toBeGreaterThan(people * share)
    await restart()
  }
  const figures = async () => {
    const { steps } = await ada.does(getCampaignReport, { params })
    return steps[0]?.variants[0]
  }
  // Four more than the members: those of the cast, and the administrator.
  const all = people + 4
  await expect
    .poll(async () => (await figures())?.reached, { timeout: 60_000, interval: 200 })
    .toBeGreaterThanOrEqual(all - 2 * inHand)
  await expect
    .poll(async () => (await figures())?.waiting, { timeout: 60_000 })
    .toBeLessThanOrEqual(2 * inHand)
  const { reached = 0, waiting = 0, unsure = 0 } = (await figures()) ?? {}
  expect(reached + waiting + unsure).toBe(all)
  const got = readers()
  expect(new Set(got).size).toBe(got.length)
  // Whoever is told as reached has it; of those in hand some have it, and nobody knows which.
  expect(got.length).toBeGreaterThanOrEqual(reached)
  expect(got.length).toBeLessThanOrEqual(reached + waiting + unsure)
  // Whom it has reached is told once, also of those of whom a process was killed before it told it.
  const owner = ownerPoolAt(databaseUrl())
  const told = async () =>
    (
      await owner.query<{ id: string }>(
        `select jsonb_array_elements_text(data->'memberIds') as id from facts where type = 'campaign.reached'`,
      )
    ).rows.map((row) => row.id)
  await expect
    .poll(async () => (await told()).length - ((await figures())?.reached ?? 0), {
      ...{ timeout: 60_000, interval: 200 },
    })
    .toBe(0)
  const ids = await told()
  expect(new Set(ids).size).toBe(ids.length)
  await owner.end()
})
