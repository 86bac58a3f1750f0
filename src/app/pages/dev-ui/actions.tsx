import { Bell, CalendarDays, CalendarRange, HandHeart, Lightbulb, List, Plus, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import { ArchiveButton, Figure, IconButton, Link, Row, SegmentedControl, ThemeToggle, ToggleChip } from '#ui'
import { Buttons, IconButtons } from './buttons.tsx'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Buttons, links and switches. */
export function Actions() {
  const t = useText()
  return (
    <Section title={t('dev.actions')}>
      <Buttons />
      <Row gap={4}>
        <IconButton icon={HandHeart} label={t('dev.thank')} keys="g k" />
        <IconButton icon={Bell} label={t('dev.news')} hasDot />
        <IconButton icon={Plus} label={t('dev.share')} look="primary" />
      </Row>
      <IconButtons />
      <Row gap={8}>
        <ToggleChip icon={ThumbsUp} count={61} defaultSelected>
          {t('dev.useful')}
        </ToggleChip>
        <ToggleChip icon={Lightbulb} count={48}>
          {t('dev.learned')}
        </ToggleChip>
        <ToggleChip isDisabled>{t('dev.unclear')}</ToggleChip>
        <ToggleChip icon={ThumbsUp} count={12} defaultSelected isDisabled>
          {t('dev.useful')}
        </ToggleChip>
      </Row>
      <Row gap={8}>
        <Figure label={t('dev.useful')} onShow={() => undefined}>
          61
        </Figure>
        <Figure label={t('dev.unclear')}>4</Figure>
      </Row>
      <Periods />
      <Archiving />
      <p>
        {t.rich('dev.sentence', {
          b: (words) => <strong>{words}</strong>,
          link: <Link href="/dev/ui">{t('dev.link')}</Link>,
        })}
      </p>
      <Row gap={24}>
        <Link href="/dev/ui" isQuiet>
          {t('dev.quietLink')}
        </Link>
        <Link href="/dev/ui" isAlone>
          {t('dev.aloneLink')}
        </Link>
      </Row>
    </Section>
  )
}

/** One of a few: in words, with icons, as icons alone. */
function Periods() {
  const t = useText()
  const [period, setPeriod] = useState<'month' | 'quarter' | 'year'>('quarter')
  const items = [
    { id: 'month', label: t('dev.month') },
    { id: 'quarter', label: t('dev.quarter') },
    { id: 'year', label: t('dev.year') },
  ] as const
  const [view, setView] = useState<'list' | 'month' | 'year'>('list')
  const views = [
    { id: 'list', label: t('dev.list'), icon: List },
    { id: 'month', label: t('dev.month'), icon: CalendarDays },
    { id: 'year', label: t('dev.year'), icon: CalendarRange },
  ] as const
  return (
    <Row>
      <SegmentedControl label={t('dev.period')} value={period} onChange={setPeriod} items={items} />
      <SegmentedControl label={t('dev.view')} value={view} onChange={setView} items={views} />
      <SegmentedControl label={t('dev.view')} value={view} onChange={setView} items={views} isIconOnly />
      <ThemeToggle isIconOnly={false} />
    </Row>
  )
}

/** Something that is put aside, and brought back. */
function Archiving() {
  const t = useText()
  const [isArchived, setArchived] = useState(false)
  const words = {
    ...{ archive: t('dev.archive'), restore: t('dev.restore') },
    ...{ archived: t('dev.archived'), restored: t('dev.restored') },
  }
  const to =
    (next: boolean) =>
    ({ onSuccess }: { onSuccess: () => void }) => {
      setArchived(next)
      onSuccess()
    }
  return (
    <Row gap={8}>
      <ArchiveButton isArchived={isArchived} archive={to(true)} restore={to(false)} words={words} />
      <ArchiveButton isArchived isPending archive={to(true)} restore={to(false)} words={words} />
    </Row>
  )
}
