import { blockId } from './course.ts'
import type { Things } from './every-endpoint.ts'

const theTip = ({ tipId = '', ...rest }: Things) => ({ ...rest, contributionId: tipId })

/** How what is given to courses comes about in a setting. */
export const ladderPlans = {
  makeContribution: { by: 'insider', names: () => ({ stepId: blockId('s1') }) },
  changeContribution: { by: 'insider', to: theTip },
  withdrawContribution: { by: 'insider' },
  returnContribution: { by: 'insider', after: ['withdrawContribution'] },
  takeContribution: { by: 'author' },
  untakeContribution: { by: 'author', after: ['takeContribution'] },
  declineContribution: { by: 'author' },
  undeclineContribution: { by: 'author', after: ['declineContribution'] },
  setLadderChoices: { by: 'insider', own: true },
  leaveProposals: { by: 'insider', own: true },
  returnToProposals: { by: 'insider', own: true, after: ['leaveProposals'] },
} as const
