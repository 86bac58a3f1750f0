import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { cairnOn } from '#app/cairn.ts'
import { setCampaignSettings } from '#campaigns/settings.contract.ts'
import { personWith } from '#test/organization.ts'
import { configOf, log, newFolder, onDatabase } from '../database.ts'
import { count } from './counting.ts'
import { fill, someGroups } from './fill.ts'
import { report } from './report.ts'
import { openSmtp, planAll, postToAll, sendAll, settle } from './sending.ts'
import { burn, measureBeside, openSite } from './site.ts'

const load = loadavg()[0] ?? 0
const folder = newFolder('campaigns')
const smtp = await openSmtp()
try {
  await onDatabase(folder, async (owner, urls) => {
    const cairn = cairnOn({ config: { ...configOf(folder), smtpUrl: smtp.url }, ...urls, log })
    const loaded = await fill(cairn, owner)
    const { org, memberId, cookie } = loaded
    const admin = personWith(cairn, { id: memberId, name: 'Ada Winter', email: '', cookie })
    const counts = await count(admin, org, await someGroups(owner, org))
    // So many campaigns in a row would otherwise not come to anybody.
    await admin.does(setCampaignSettings, {
      body: { capTimes: 50, capDays: 7, countsOpens: true, needsApproval: false },
    })
    await settle(cairn, owner)
    const site = await openSite(cairn, loaded)
    const burning = await measureBeside(site, burn)
    const planned: number[] = []
    const planning = await measureBeside(site, async (isOver) => {
      planned.push(...(await planAll(cairn, owner, admin, org, isOver)))
    })
    const mails: { sent: number; seconds: number }[] = []
    const sending = await measureBeside(site, async (isOver) => {
      mails.push(await sendAll(cairn, owner, isOver))
    })
    const posted: number[] = []
    const posting = await measureBeside(site, async () => {
      posted.push(await postToAll(cairn, owner, admin, org))
    })
    site.close()
    report({ counts, burning, planned, planning, mails, sending, posted, posting, load })
    await cairn.stop()
  })
} finally {
  smtp.close()
  rmSync(folder, { recursive: true, force: true })
}
console.log('BENCHMARKS.md has the table.')
