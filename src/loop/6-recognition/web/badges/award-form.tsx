import { useState } from 'react'
import { useWrite } from '#platform/web/use'
import { Button, Form, RadioGroup, Select, TextArea, toast } from '#ui'
import { type AwardableBadge, awardBadge } from '../../badge.contract.ts'
import { BadgePicture } from './picture.tsx'
import { useText } from './text.ts'
import './badges.css'

interface AwardFormProps {
  to: { id: string; name: string }
  badges: readonly AwardableBadge[]
  onDone: () => void
}

/** Which badge, of which level, and what for. */
export function AwardForm({ to, badges, onDone }: AwardFormProps) {
  const t = useText()
  const [badgeId, setBadge] = useState<string | null>(badges.length === 1 ? (badges[0]?.id ?? null) : null)
  const [chosen, setLevel] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const award = useWrite(awardBadge, ['badges', 'feed'])
  const badge = badges.find(({ id }) => id === badgeId)
  const level = badge ? Math.min(chosen ?? badge.held + 1, badge.levels.length) : 1
  const isWhole = badge !== undefined && badge.held === badge.levels.length
  const send = () =>
    badge &&
    award.mutate(
      { params: { badgeId: badge.id }, body: { memberId: to.id, level, reason } },
      {
        onSuccess: ({ name }) => {
          onDone()
          toast({ text: t('badge.awarded', { name: to.name, badge: name }), tone: 'success' })
        },
      },
    )
  return (
    <Form onSubmit={send} error={award.error}>
      <Select
        label={t('badge.awardWhich')}
        name="badgeId"
        items={badges.map(({ id, name }) => ({ id, label: name }))}
        value={badgeId}
        onChange={(id) => {
          setBadge(id)
          setLevel(null)
        }}
        isRequired
      />
      {badge && <Chosen to={to} badge={badge} level={level} onLevel={setLevel} />}
      <TextArea
        label={t('badge.awardReason')}
        name="reason"
        hint={t('badge.awardReasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={500}
        check={(words) => (words.trim().length < 10 ? t('badge.reasonShort') : null)}
        onSend={send}
        isRequired
      />
      <Button type="submit" look="primary" isPending={award.isPending} isDisabled={isWhole}>
        {t('badge.awardSend')}
      </Button>
    </Form>
  )
}

interface ChosenProps {
  to: { name: string }
  badge: AwardableBadge
  level: number
  onLevel: (level: number) => void
}

/** The badge that was chosen, and its levels that are not held yet. */
function Chosen({ to, badge, level, onLevel }: ChosenProps) {
  const t = useText()
  const { levels, held, drawing, criteria, name } = badge
  const isWhole = held === levels.length
  return (
    <>
      <div className="badge-chosen">
        <BadgePicture drawing={drawing} level={level} levels={levels.length} name={name} size={88} />
        <p className="badge-prose">{criteria}</p>
      </div>
      {held > 0 && (
        <p className="ui-muted">
          {isWhole
            ? t('badge.heldAll', { name: to.name })
            : t('badge.held', { name: to.name, level: levels[held - 1]?.name ?? '' })}
        </p>
      )}
      {levels.length > 1 && !isWhole && (
        <RadioGroup
          label={t('badge.awardLevel')}
          items={levels.map((one, at) => ({
            id: `${at + 1}`,
            label: one.name,
            hint: one.criteria,
            isDisabled: at < held,
          }))}
          value={`${level}`}
          onChange={(id) => id && onLevel(Number(id))}
        />
      )}
    </>
  )
}
