import { campaignTasks, routes } from '#campaigns'
import { launchCampaign, makeCampaign } from '#campaigns/campaign.contract.ts'
import { answerCampaign, openCampaign } from '#campaigns/taking-part.contract.ts'
import type { Scope } from '#platform/scope'
import { routes as volunteerRoutes } from '#volunteers'
import { chooseStep, getVolunteering, greetVolunteer } from '#volunteers/contract.ts'
import type { Story } from './material.ts'
import { call, type Due, putOff, type Scene, type Stage } from './stage.ts'

type Campaign = Story['campaigns'][number]
type Answered = Campaign['answers'][number]

/** A campaign once it is made, and in how many texts its first step comes. */
interface Begun {
  campaignId: string
  step: string
  variants: number
}

/** Campaigns that were begun with a ready one: who opened and answered them, what came of it, and when they speak. */
export const campaignScenes = (stage: Stage, story: Story): (Scene | Due)[] =>
  story.campaigns.flatMap((campaign) => {
    const begun: Begun = { campaignId: '', step: '', variants: 0 }
    const launch = async (scope: Scope) => {
      const { name, ready: key } = campaign
      const body = { name, groupId: stage.org, from: { is: 'ready', key } } as const
      const made = await call(scope, routes, makeCampaign, { body })
      const [first] = made.body.steps
      Object.assign(begun, { campaignId: made.id, step: first?.id, variants: first?.variants.length })
      await call(scope, routes, launchCampaign, { params: { campaignId: made.id } })
    }
    return [
      { day: campaign.launched, turn: 9, who: campaign.by, play: launch },
      ...daysOf(campaign, story.days).map((day) => ({ day, turn: 9.1, task: 'campaigns' as const })),
      ...campaign.opened.map(({ who, day }) => ({ day, turn: 9.2, who, play: openingOf(begun) })),
      ...campaign.answers.flatMap((answer) => answerScenes(answer, begun)),
    ]
  })

/** On which days it may speak: a step that falls on a weekend comes on the next working day. */
const daysOf = ({ launched, steps }: Campaign, last: number): number[] => {
  const days = steps.flatMap((step) => [0, 1, 2, 3].map((later) => Math.floor(launched) + step + later + 0.1))
  return [...new Set(days)].filter((day) => day <= last)
}

/** Which text somebody got is left to chance: an opening of another one counts nowhere. */
const openingOf =
  (begun: Begun) =>
  async (scope: Scope): Promise<void> => {
    const { campaignId, step, variants } = begun
    for (let variant = 0; variant < variants; variant += 1)
      await call(scope, routes, openCampaign, { params: { campaignId }, body: { step, variant } })
  }

/** Somebody answers; who is interested chooses what to begin with, and may be greeted. */
function answerScenes(answered: Answered, begun: Begun): Scene[] {
  const { who, day, answer, step, greeted } = answered
  let volunteerId = ''
  const open = openingOf(begun)
  const say = async (scope: Scope) => {
    await open(scope)
    const params = { campaignId: begun.campaignId }
    await call(scope, routes, answerCampaign, { params, body: { answer } })
    if (answer !== 'interested') return
    const { items } = await call(scope, volunteerRoutes, getVolunteering, {})
    volunteerId = items[0]?.id ?? ''
    if (step) await call(scope, volunteerRoutes, chooseStep, { params: { volunteerId }, body: { step } })
  }
  const scene: Scene = { day, turn: 9.3, who, play: say }
  if (!greeted) return [scene]
  const { by, words } = greeted
  const greet = (scope: Scope) =>
    call(scope, volunteerRoutes, greetVolunteer, { params: { volunteerId }, body: { words } })
  return [scene, { day: greeted.day, turn: 9.5, who: by, play: greet }]
}

/** Does what is due in campaigns by the clock of the story. Nothing leaves the house: its people do not exist. */
export async function speak(stage: Stage, at: Date): Promise<void> {
  const nowhere = { smtpUrl: undefined, from: '', folder: '' }
  const tasks = campaignTasks(
    stage.runtime,
    () => at,
    nowhere,
    (scope) => putOff(scope, stage),
  )
  for (const task of ['campaigns', 'campaign-mails', 'campaigns']) await tasks[task]?.({ org: stage.org })
}
