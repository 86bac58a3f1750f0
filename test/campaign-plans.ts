import { bodyOf, step } from './campaign.ts'
import type { Things } from './every-endpoint.ts'

const draft = ({ draftId = '' }: Things) => ({ campaignId: draftId })
const changed = () => ({ version: 2, name: 'Another secret', body: bodyOf([step('other')]) })

const makes = ({ id }: { id: string }) => ({ campaignId: id })

/** How campaigns come about in a setting. */
export const campaignPlans = {
  makeCampaign: { by: 'admin', names: ({ groupId }: Things) => ({ groupId }) },
  changeCampaign: { by: 'admin', to: draft, names: changed, makes },
  testCampaign: { by: 'admin' },
  askForLaunch: { by: 'admin', to: draft },
  sendCampaignBack: { by: 'admin', to: draft, after: ['askForLaunch'] },
  launchCampaign: { by: 'admin', to: draft },
  pauseCampaign: { by: 'admin' },
  resumeCampaign: { by: 'admin', after: ['pauseCampaign'] },
  endCampaign: { by: 'admin' },
  keepAsReady: { by: 'admin' },
  keepNoLonger: { by: 'admin', after: ['keepAsReady'] },
  archiveCampaign: { by: 'admin', to: draft },
  restoreCampaign: { by: 'admin', to: draft, after: ['archiveCampaign'] },
  setCampaignSettings: { by: 'admin' },
  addChatChannel: { by: 'admin' },
  removeChatChannel: { by: 'admin' },
  answerCampaign: { by: 'insider' },
  openCampaign: { by: 'insider' },
  nominateForCampaign: { by: 'insider', names: ({ candidateId }: Things) => ({ memberId: candidateId }) },
} as const
