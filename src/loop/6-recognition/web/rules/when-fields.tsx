import { RadioGroup, Select, Stack } from '#ui'
import { eventKinds, type When } from '../../rules/language.ts'
import type { Draft } from './draft.ts'
import { NumberField } from './number-field.tsx'
import { useText } from './text.ts'

export interface PartProps {
  draft: Draft
  change: (part: Partial<Draft>) => void
}

const kinds = ['event', 'course', 'member'] as const

/** When a rule gives something: each time something happens, or when a count is reached. */
export function WhenFields({ draft, change }: PartProps) {
  const t = useText()
  return (
    <Stack>
      <RadioGroup<When['is']>
        label={t('rule.when')}
        items={kinds.map((id) => ({ id, label: t(`rule.is.${id}`) }))}
        value={draft.is}
        onChange={(is) => is && change({ is })}
      />
      {draft.is !== 'course' && (
        <Select
          label={t('rule.event')}
          name="event"
          items={eventKinds.map((id) => ({ id, label: t(`rule.event.${id}`) }))}
          value={draft.event}
          onChange={(event) => change({ event })}
        />
      )}
      {draft.is === 'course' && <CourseCount draft={draft} change={change} />}
      {draft.is !== 'event' && (
        <div className="rule-pair">
          {draft.is === 'member' && (
            <NumberField
              label={t('rule.times')}
              value={draft.times}
              onChange={(times) => change({ times })}
              least={2}
              most={10_000}
              isRequired
            />
          )}
          <NumberField
            label={t('rule.days')}
            hint={t('rule.daysHint')}
            value={draft.days}
            onChange={(days) => change({ days })}
            most={730}
            isOptional
          />
        </div>
      )}
    </Stack>
  )
}

/** How many completed a course, and how many of those who judged it found it useful. */
function CourseCount({ draft, change }: PartProps) {
  const t = useText()
  return (
    <>
      <NumberField
        label={t('rule.people')}
        value={draft.people}
        onChange={(people) => change({ people })}
        most={100_000}
        isRequired
      />
      <div className="rule-pair">
        <NumberField
          label={t('rule.percent')}
          hint={t('rule.percentHint')}
          value={draft.percent}
          onChange={(percent) => change({ percent })}
          most={100}
          isOptional
        />
        {draft.percent.trim() !== '' && (
          <NumberField
            label={t('rule.voices')}
            value={draft.voices}
            onChange={(voices) => change({ voices })}
            most={10_000}
            isRequired
          />
        )}
      </div>
    </>
  )
}
