import { Check, Plus } from 'lucide-react'
import { useWrite } from '#platform/web/use'
import { Button, sayRefusal, toast } from '#ui'
import { type Need, unvoiceNeed, voiceNeed } from '../contract.ts'
import { useText } from './text.ts'

/** Adds one's voice to a need, or takes it back; either can be undone from the message that says so. */
export function VoiceButton({ need, size = 'sm' }: { need: Need; size?: 'sm' | 'md' }) {
  const t = useText()
  const add = useWrite(voiceNeed, ['needs'])
  const remove = useWrite(unvoiceNeed, ['needs'])
  const params = { needId: need.id }
  const fail = { onError: sayRefusal }
  const giveVoice = () =>
    add.mutate(
      { params, body: {} },
      { ...fail, onSuccess: () => toast({ text: t('need.voiceAdded'), undo: takeBack }) },
    )
  const takeBack = () =>
    remove.mutate(
      { params },
      { ...fail, onSuccess: () => toast({ text: t('need.voiceGone'), undo: giveVoice }) },
    )
  if (!need.can.voice) return null
  const isPending = add.isPending || remove.isPending
  return need.voiced ? (
    <Button
      size={size}
      look="soft"
      icon={Check}
      isPending={isPending}
      onPress={takeBack}
      aria-label={t('need.voicedTakeBack')}
    >
      {t('need.voiced')}
    </Button>
  ) : (
    <Button size={size} look="line" icon={Plus} isPending={isPending} onPress={giveVoice}>
      {t('need.voice')}
    </Button>
  )
}
