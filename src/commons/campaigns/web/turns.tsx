import { Ellipsis, Pause, Play, Send } from 'lucide-react'
import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, ConfirmDialog, IconButton, Menu, type MenuAction, sayRefusal, toast } from '#ui'
import * as contract from '../campaign.contract.ts'
import { BeginDialog, type Beginning } from './begin.tsx'
import { LaunchDialog } from './launch-dialog.tsx'
import { SendBackDialog } from './send-back.tsx'
import { useText } from './text.ts'

const topics = ['campaigns']

/** A write that takes no more than which campaign it is about. */
type Turn = Pick<ReturnType<typeof useWrite<typeof contract.pauseCampaign>>, 'mutate' | 'isPending'>

interface TurnsProps {
  campaign: contract.ShownCampaign
  /** Saves what is written first, and says whether all is kept. */
  keep: () => Promise<boolean>
}

/** Does one of the things that change where a campaign stands, and says that it is done. */
function turnOf(write: Turn, campaignId: string, done: string) {
  const go = () =>
    write.mutate(
      { params: { campaignId } },
      { onSuccess: () => toast({ text: done, tone: 'success' }), onError: sayRefusal },
    )
  return { go, isPending: write.isPending }
}

/** Does something with the campaign as it is written now; says so where that could not be kept. */
function useAsWritten(keep: TurnsProps['keep']) {
  const t = useText()
  return (go: () => void) => () =>
    void keep().then((isKept) => (isKept ? go() : sayRefusal({ message: t('campaigns.notSaved') })))
}

/** What one may do now with the campaign as a whole. */
export function Turns({ campaign, keep }: TurnsProps) {
  const t = useText()
  const { id, can } = campaign
  const asWritten = useAsWritten(keep)
  const [asking, ask] = useState<'launch' | 'back' | 'end' | null>(null)
  const request = turnOf(useWrite(contract.askForLaunch, topics), id, t('campaigns.askedNow'))
  const pause = turnOf(useWrite(contract.pauseCampaign, topics), id, t('campaigns.pausedNow'))
  const resume = turnOf(useWrite(contract.resumeCampaign, topics), id, t('campaigns.resumed'))
  const end = turnOf(useWrite(contract.endCampaign, topics), id, t('campaigns.ended'))
  const close = () => ask(null)
  return (
    <>
      {can.ask && (
        <Button look="primary" icon={Send} isPending={request.isPending} onPress={asWritten(request.go)}>
          {t('campaigns.ask')}
        </Button>
      )}
      {can.sendBack && (
        <Button onPress={() => ask('back')}>
          {t(can.launch ? 'campaigns.sendBack' : 'campaigns.takeBack')}
        </Button>
      )}
      {can.launch && (
        <Button look="primary" icon={Play} onPress={asWritten(() => ask('launch'))}>
          {t(campaign.state === 'asked' ? 'campaigns.agree' : 'campaigns.launch')}
        </Button>
      )}
      {can.pause && (
        <Button icon={Pause} isPending={pause.isPending} onPress={pause.go}>
          {t('campaigns.pause')}
        </Button>
      )}
      {can.resume && (
        <Button look="primary" icon={Play} isPending={resume.isPending} onPress={asWritten(resume.go)}>
          {t('campaigns.resume')}
        </Button>
      )}
      <More {...{ campaign, keep }} onEnd={() => ask('end')} />
      {asking === 'launch' && <LaunchDialog campaign={campaign} onClose={close} />}
      {asking === 'back' && <SendBackDialog campaign={campaign} onClose={close} />}
      <ConfirmDialog
        title={t('campaigns.endTitle', { name: campaign.name })}
        isOpen={asking === 'end'}
        onOpenChange={close}
        action={t('campaigns.end')}
        isDanger
        isPending={end.isPending}
        onConfirm={() => {
          end.go()
          close()
        }}
      >
        {t('campaigns.endText')}
      </ConfirmDialog>
    </>
  )
}

/** What is done seldom: begin another, keep it, put it aside, end it. */
function More({ campaign, keep, onEnd }: TurnsProps & { onEnd: () => void }) {
  const t = useText()
  const { id, name, state, can, keptAt, archivedAt } = campaign
  const asWritten = useAsWritten(keep)
  const [beginning, begin] = useState<Beginning | null>(null)
  const ready = turnOf(useWrite(contract.keepAsReady, topics), id, t('campaigns.kept'))
  const readyNot = turnOf(useWrite(contract.keepNoLonger, topics), id, t('campaigns.keptNot'))
  const archive = turnOf(useWrite(contract.archiveCampaign, topics), id, t('campaigns.archived', { name }))
  const restore = turnOf(useWrite(contract.restoreCampaign, topics), id, t('campaigns.restored', { name }))
  const mayArchive = !archivedAt && (state === 'draft' || state === 'ended')
  const actions: MenuAction[] = [
    {
      id: 'copy',
      label: t('campaigns.copy'),
      onAction: asWritten(() => begin({ name, from: { is: 'campaign', campaignId: id } })),
    },
    keptAt
      ? { id: 'keep-not', label: t('campaigns.keepNot'), onAction: readyNot.go }
      : { id: 'keep', label: t('campaigns.keep'), onAction: asWritten(ready.go) },
    ...(mayArchive ? [{ id: 'archive', label: t('campaigns.archive'), onAction: archive.go }] : []),
    ...(archivedAt ? [{ id: 'restore', label: t('campaigns.restore'), onAction: restore.go }] : []),
    ...(can.end ? [{ id: 'end', label: t('campaigns.end'), isDanger: true, onAction: onEnd }] : []),
  ]
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('campaigns.more')} />} items={actions} />
      {beginning && <BeginDialog beginning={beginning} onClose={() => begin(null)} />}
    </>
  )
}
