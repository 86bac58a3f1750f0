import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useRead, useWrite } from '#platform/web/use'
import { Button, Dialog, Form, RadioGroup, Select, TagPicker, TextArea, toast, useNow } from '#ui'
import { type Availability, type Profile, setProfile } from '../../expert.contract.ts'
import { languages } from '../../experts/languages.ts'
import { listTopics } from '../../topic.contract.ts'
import { useSpan } from '../span.ts'
import { useText } from '../text.ts'
import { useLanguageNames } from './words.ts'

/** For how many days somebody may be busy or away; 0: until they say otherwise. */
const spans = [0, 7, 14, 30, 90] as const
const day = 86_400_000

interface Choice {
  id: string
  label: string
}

function useDraft(profile: Profile | null) {
  const { locale } = useSession().member
  const [helpsWith, setHelpsWith] = useState(profile?.helpsWith ?? '')
  const [topics, setTopics] = useState<readonly Choice[]>(
    profile?.topics.map(({ id, name }) => ({ id, label: name })) ?? [],
  )
  const name = useLanguageNames()
  const [spoken, setSpoken] = useState<readonly Choice[]>(
    (profile?.languages ?? [locale]).map((id) => ({ id, label: name(id) })),
  )
  const [availability, setAvailability] = useState<Availability>(profile?.availability ?? 'open')
  /** In so many days; null keeps what was said before. */
  const [days, setDays] = useState<number | null>(profile?.until ? null : 0)
  return {
    ...{ helpsWith, setHelpsWith, topics, setTopics, spoken, setSpoken },
    ...{ availability, setAvailability, days, setDays },
  }
}

/** Says what one can help with, on what, in which languages, and whether one has time. */
export function ProfileForm({ profile, onClose }: { profile: Profile | null; onClose: () => void }) {
  const t = useText()
  const draft = useDraft(profile)
  const now = useNow()
  const set = useWrite(setProfile, ['experts'])
  const { helpsWith, topics, spoken, availability, days } = draft
  const until =
    availability === 'open' || days === 0
      ? null
      : days === null
        ? (profile?.until ?? null)
        : new Date(now + days * day).toISOString()
  const save = () => {
    const topicIds = topics.map(({ id }) => id)
    const codes = spoken.map(({ id }) => id as (typeof languages)[number])
    set.mutate(
      { body: { helpsWith, topicIds, languages: codes, availability, until } },
      {
        onSuccess: () => {
          toast({ text: t('leader.profile.saved'), tone: 'success' })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog title={t('leader.profile.title')} isOpen onOpenChange={onClose}>
      <Form onSubmit={save} error={set.error}>
        <TextArea
          label={t('leader.profile.helpsWith')}
          hint={t('leader.profile.helpsWithHint')}
          name="helpsWith"
          value={helpsWith}
          onChange={draft.setHelpsWith}
          maxLength={600}
          lines={3}
          isRequired
          autoFocus
        />
        <Tags draft={draft} />
        <RadioGroup<Availability>
          label={t('leader.profile.time')}
          name="availability"
          value={availability}
          onChange={draft.setAvailability}
          items={(['open', 'busy', 'away'] as const).map((id) => ({ id, label: t(`leader.profile.${id}`) }))}
        />
        {availability !== 'open' && <Until profile={profile} days={days} onChange={draft.setDays} />}
        <div>
          <Button type="submit" look="primary" isPending={set.isPending}>
            {t('leader.profile.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function Tags({ draft }: { draft: ReturnType<typeof useDraft> }) {
  const t = useText()
  const name = useLanguageNames()
  const known = useRead(listTopics, {}, { topics: ['topics'] }).data?.items ?? []
  return (
    <>
      {known.length > 0 && (
        <TagPicker
          label={t('leader.profile.topics')}
          items={known.map(({ id, name: label }) => ({ id, label }))}
          value={draft.topics}
          onChange={draft.setTopics}
          isOptional
        />
      )}
      <TagPicker
        label={t('leader.profile.languages')}
        items={languages.map((id) => ({ id, label: name(id) }))}
        value={draft.spoken}
        onChange={draft.setSpoken}
        isRequired
      />
    </>
  )
}

interface UntilProps {
  profile: Profile | null
  days: number | null
  onChange: (days: number | null) => void
}

function Until({ profile, days, onChange }: UntilProps) {
  const t = useText()
  const span = useSpan()
  const items = spans.map((one) => ({
    id: `${one}`,
    label: one === 0 ? t('leader.profile.untilSaid') : t('leader.profile.inDays', { span: span(one) }),
  }))
  const asBefore = profile?.until ? [{ id: 'before', label: t('leader.profile.asBefore') }] : []
  return (
    <Select
      label={t('leader.profile.until')}
      items={[...asBefore, ...items]}
      value={days === null ? 'before' : `${days}`}
      onChange={(id) => onChange(id === 'before' ? null : Number(id))}
    />
  )
}
