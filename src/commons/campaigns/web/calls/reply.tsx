import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Callout, LinkButton } from '#ui'
import { further } from '../../links.ts'
import { answerCampaign, type CampaignCall } from '../../taking-part.contract.ts'
import { useText } from '../text.ts'
import { Answering } from './answering.tsx'
import { NominateForCampaign } from './nominate-dialog.tsx'

interface ReplyProps extends Pick<CampaignCall, 'campaignId' | 'calls' | 'link'> {
  /** What one has said, and what follows from it; undefined while that is not known yet. */
  said: Pick<CampaignCall, 'answer' | 'asksAgain' | 'isForLeaders'> | undefined
  /** Which step and which of its texts one answers, where one has it in hand. */
  at?: { step: string; variant: number }
  isNominating?: boolean
}

/** What one may answer to a campaign, and where it leads further. */
export function Reply({ campaignId, calls, link, said, at, isNominating: isBegun = false }: ReplyProps) {
  const t = useText()
  const [isNominating, setNominating] = useState(isBegun)
  const write = useWrite(answerCampaign, ['calls', 'volunteers'])
  return (
    <>
      {calls.length > 0 && said && (
        <Answering
          {...{ ...said, calls }}
          isPending={write.isPending}
          onNominate={() => setNominating(true)}
          onAnswer={(answer) => write.mutate({ params: { campaignId }, body: { answer, ...at } })}
        />
      )}
      {write.error && <Callout tone="danger">{write.error.message}</Callout>}
      {link && (
        <div>
          <LinkButton look="ghost" href={further[link]}>
            {t(`campaigns.link.${link}`)}
          </LinkButton>
        </div>
      )}
      {isNominating && <NominateForCampaign campaignId={campaignId} onClose={() => setNominating(false)} />}
    </>
  )
}
