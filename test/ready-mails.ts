import { changeCampaign, launchCampaign, makeCampaign } from '#campaigns/campaign.contract.ts'
import { listReadyCampaigns } from '#campaigns/ready.contract.ts'
import { answerByLetter } from '#campaigns/taking-part.contract.ts'
import { founding } from '#people'
import { goOn } from './campaign.ts'
import { type Organization, type Person, send } from './organization.ts'
import type { PostOffice } from './post-office.ts'
import type { World } from './world.ts'

/** Names that have to be written differently in a header, in a text and in HTML. */
export const names = { reader: 'Zoé Lefèvre', organization: 'Müller & Fils «\u00a0Nord\u00a0»' }

/** Somebody to whom a ready campaign speaks. */
interface Reader {
  email: string
  locale: 'en' | 'fr'
  answers: boolean
  /** What proves who they are, in the links of their mails. */
  sealed: string
  said: 'interested' | 'later' | null
}

/** A mail of a ready campaign as it came, and to whom. */
export interface ReadyMail extends Reader {
  raw: string
}

interface Share {
  key: string
  answers: boolean
}

/** A reader of each language in a group of their own. */
async function readersOf(org: Organization, { key, answers }: Share) {
  const groupId = await org.group(`R&D «\u00a0${key}\u00a0» ${answers ? 1 : 2}`)
  // Thanks go to those who share, and calls for leaders to those who do not yet.
  const role = key === 'thanks' ? 'leader' : 'learner'
  const readers: Reader[] = []
  for (const locale of ['en', 'fr'] as const) {
    const email = `zoe-${key}-${answers ? 'answers' : 'silent'}-${locale}@northwind.example`
    const values = { name: names.reader, email, title: '', locale, groupId, role } as const
    await org.as((scope) => founding.addMember(scope, values))
    readers.push({ email, locale, answers, sealed: '', said: null })
  }
  return { groupId, readers }
}

/**
 * Launches a ready campaign as it is for a group, with the first of its texts for those who answer and the last for those
 * who do not, so that each is sent. There is no chat here to post in.
 */
async function launchReady(admin: Person, name: string, groupId: string, { key, answers }: Share) {
  const { id, version, body } = await admin.does(makeCampaign, {
    body: { name, groupId, from: { is: 'ready', key } },
  })
  const steps = body.steps
    .filter(({ channel }) => channel !== 'chat')
    .map((step) => ({ ...step, variants: step.variants.slice(...(answers ? [0, 1] : [-1])) }))
  const params = { campaignId: id }
  await admin.does(changeCampaign, { params, body: { version, name, body: { ...body, steps } } })
  await admin.does(launchCampaign, { params })
  return body.steps.filter(({ channel }) => channel === 'mail').flatMap(({ variants }) => variants)
}

/** Says something by the link of the first mail that asked, as far as one came. */
async function answer(world: World, { mailTo }: PostOffice, reader: Reader, says: 'interested' | 'later') {
  reader.sealed ||= mailTo(reader.email).match(/\/campaigns\/([\w.-]+)\?answer=/)?.[1] ?? ''
  if (!reader.sealed || reader.said === says) return
  await send(world.cairn, '', answerByLetter, { params: { sealed: reader.sealed }, body: { answer: says } })
  reader.said = says
}

/** Days to wait each time for what comes next: nothing comes at weekends, and most in the first two weeks. */
const waits = [2, 2, 3, 2, 2, 3, 7, 14, 7, 7]

/**
 * Has every ready campaign speak to two people of each language until it has no more to say: one says that they are
 * interested and later that they have no time, the other nothing. Answers all mails, and the subjects there are.
 */
export async function readyMails(world: World, office: PostOffice) {
  const org = await world.organization(names.organization)
  const admin = await org.admin()
  const { items } = await admin.does(listReadyCampaigns)
  const [readers, subjects]: [Reader[], Record<Reader['locale'], string[]>] = [[], { en: [], fr: [] }]
  for (const { key, name } of items)
    for (const answers of [true, false]) {
      const made = await readersOf(org, { key, answers })
      readers.push(...made.readers)
      const variants = await launchReady(admin, name, made.groupId, { key, answers })
      for (const { en, fr } of answers ? variants : []) {
        subjects.en.push(en?.subject ?? '')
        subjects.fr.push(fr?.subject ?? '')
      }
    }
  for (const days of waits) {
    await goOn(world, org.id)
    for (const reader of readers.filter(({ answers }) => answers))
      await answer(world, office, reader, days < 7 ? 'interested' : 'later')
    world.pass({ days })
  }
  await goOn(world, org.id)
  const mails = office.caught.flatMap((raw): ReadyMail[] => {
    const reader = readers.find(({ email }) => raw.includes(`To: ${email}\r\n`))
    return reader ? [{ ...reader, raw }] : []
  })
  return { mails, subjects, keys: items.map(({ key }) => key) }
}
