import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Callout, Dialog, Form, Select, Switch, TextArea, toast } from '#ui'
import { type PurposeState, setPurpose } from '../purpose.contract.ts'
import { useSpan } from './span.ts'
import { useText } from './text.ts'

/** How long is to choose from, in days; what was set elsewhere beside them. */
const spans = [90, 180, 365, 730, 1095, 1825]

/** Whether it is on, by what right, for how long, for whom. Switching off says what is lost. */
export function PurposeForm({ state, onClose }: { state: PurposeState; onClose: () => void }) {
  const t = useText()
  const { purpose } = state
  const title = t(`leader.purpose.${purpose}`)
  const was = state.onSince !== null
  const [{ isOn, legalNote, keepDays, seenBy }, setDecision] = useState({ ...state, isOn: was })
  const change = (part: Partial<PurposeState & { isOn: boolean }>) =>
    setDecision((now) => ({ ...now, ...part }))
  const set = useWrite(setPurpose, ['detection'])
  const save = () =>
    set.mutate(
      { params: { purpose }, body: { isOn, legalNote, keepDays, seenBy } },
      {
        onSuccess: () => {
          toast({ text: t('leader.purpose.saved', { purpose: title, isOn: `${isOn}` }), tone: 'success' })
          onClose()
        },
      },
    )
  const isLosing = was && !isOn
  return (
    <Dialog title={t('leader.purpose.decide', { purpose: title })} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={set.error}>
        <Switch isSelected={isOn} onChange={(next) => change({ isOn: next })}>
          {t('leader.purpose.switch')}
        </Switch>
        {isLosing && <Callout tone="danger">{t('leader.purpose.losing')}</Callout>}
        <TextArea
          label={t('leader.purpose.legalNote')}
          hint={t('leader.purpose.legalNote.hint')}
          name="legalNote"
          value={legalNote}
          onChange={(next) => change({ legalNote: next })}
          maxLength={2000}
          lines={3}
          {...(isOn ? { isRequired: true } : { isOptional: true })}
        />
        <Select
          label={t('leader.purpose.keep')}
          name="keepDays"
          value={`${keepDays}`}
          items={useSpans(state.keepDays)}
          onChange={(days) => change({ keepDays: Number(days) })}
        />
        {state.mayBeSeenBy.length > 1 && (
          <Select
            label={t('leader.purpose.seenBy')}
            name="seenBy"
            value={seenBy}
            items={state.mayBeSeenBy.map((id) => ({ id, label: t(`leader.purpose.seenBy.${id}`) }))}
            onChange={(next) => change({ seenBy: next })}
          />
        )}
        <div>
          <Button type="submit" look={isLosing ? 'danger' : 'primary'} isPending={set.isPending}>
            {isLosing ? t('leader.purpose.saveOff') : t('leader.purpose.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function useSpans(present: number) {
  const span = useSpan()
  const all = [...new Set([...spans, present])].sort((a, b) => a - b)
  return all.map((days) => ({ id: `${days}`, label: span(days) }))
}
