import { useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '#platform/web/use'
import { Button, Form, RadioGroup, Select, TextArea, toast } from '#ui'
import { type AwardableBadge, awardBadge } from '../../badge.contract.ts'
import { CourseField, type FoundCourse } from './course-field.tsx'
import { BadgePicture } from './picture.tsx'
import { useText } from './text.ts'
import './badges.css'

interface AwardFormProps {
  to: { id: string; name: string }
  badges: readonly AwardableBadge[]
  onDone: () => void
}

/** Awards a badge, and says so. */
function useAwarding({ to, onDone }: AwardFormProps) {
  const t = useText()
  const award = useWrite(awardBadge, ['badges', 'feed'])
  const send = (badgeId: string, body: Omit<Sent, 'memberId'>) =>
    award.mutate(
      { params: { badgeId }, body: { memberId: to.id, ...body } },
      {
        onSuccess: ({ name }) => {
          onDone()
          toast({ text: t('badge.awarded', { name: to.name, badge: name }), tone: 'success' })
        },
      },
    )
  return { send, isPending: award.isPending, error: award.error }
}

type Sent = z.input<typeof awardBadge.body>

/** Which badge, of which level, and what for. */
export function AwardForm(props: AwardFormProps) {
  const t = useText()
  const { to, badges } = props
  const [badgeId, setBadge] = useState<string | null>(badges.length === 1 ? (badges[0]?.id ?? null) : null)
  const [chosen, setLevel] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const [course, setCourse] = useState<FoundCourse | null>(null)
  const { send, isPending, error } = useAwarding(props)
  const badge = badges.find(({ id }) => id === badgeId)
  const level = badge ? Math.min(chosen ?? badge.held + 1, badge.levels.length) : 1
  const give = () => badge && send(badge.id, { level, reason, courseId: course?.id ?? null })
  return (
    <Form onSubmit={give} error={error}>
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
      <ReasonField value={reason} onChange={setReason} onSend={give} />
      <CourseField value={course} onChange={setCourse} />
      <Button
        type="submit"
        look="primary"
        isPending={isPending}
        isDisabled={badge !== undefined && isWhole(badge)}
      >
        {t('badge.awardSend')}
      </Button>
    </Form>
  )
}

const isWhole = ({ held, levels }: AwardableBadge) => held === levels.length

interface ReasonFieldProps {
  value: string
  onChange: (reason: string) => void
  onSend: () => void
}

function ReasonField(props: ReasonFieldProps) {
  const t = useText()
  return (
    <TextArea
      label={t('badge.awardReason')}
      name="reason"
      hint={t('badge.awardReasonHint')}
      maxLength={500}
      check={(words) => (words.trim().length < 10 ? t('badge.reasonShort') : null)}
      isRequired
      {...props}
    />
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
  return (
    <>
      <div className="badge-chosen">
        <BadgePicture drawing={drawing} level={level} levels={levels.length} name={name} size={88} />
        <p className="badge-prose">{criteria}</p>
      </div>
      {held > 0 && (
        <p className="ui-muted">
          {isWhole(badge)
            ? t('badge.heldAll', { name: to.name })
            : t('badge.held', { name: to.name, level: levels[held - 1]?.name ?? '' })}
        </p>
      )}
      {levels.length > 1 && !isWhole(badge) && (
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
