import { Bell, Bookmark, Check, ChevronRight, HandHeart, Lightbulb, Play, Plus, ThumbsUp } from 'lucide-react'
import { useState } from 'react'
import {
  ArchiveButton,
  Button,
  Figure,
  IconButton,
  Link,
  LinkButton,
  Row,
  SegmentedControl,
  ToggleChip,
} from '#ui'
import { useText } from './samples.ts'
import { Section } from './section.tsx'

/** Buttons, links and switches. */
export function Actions() {
  const t = useText()
  const [period, setPeriod] = useState<'month' | 'quarter' | 'year'>('quarter')
  return (
    <Section title={t('dev.actions')}>
      <Buttons />
      <Row gap={4}>
        <IconButton icon={HandHeart} label={t('dev.thank')} keys="g k" />
        <IconButton icon={Bell} label={t('dev.news')} hasDot />
        <IconButton icon={Plus} label={t('dev.share')} look="primary" />
        <IconButton icon={Bookmark} label={t('dev.save')} look="soft" size="sm" />
        <IconButton icon={Bookmark} label={t('dev.save')} look="line" isDisabled />
      </Row>
      <Row gap={8}>
        <ToggleChip icon={ThumbsUp} count={61} defaultSelected>
          {t('dev.useful')}
        </ToggleChip>
        <ToggleChip icon={Lightbulb} count={48}>
          {t('dev.learned')}
        </ToggleChip>
        <ToggleChip isDisabled>{t('dev.unclear')}</ToggleChip>
      </Row>
      <Row gap={8}>
        <Figure label={t('dev.useful')} onShow={() => undefined}>
          61
        </Figure>
        <Figure label={t('dev.unclear')}>4</Figure>
      </Row>
      <Row>
        <SegmentedControl
          label={t('dev.period')}
          value={period}
          onChange={setPeriod}
          items={[
            { id: 'month', label: t('dev.month') },
            { id: 'quarter', label: t('dev.quarter') },
            { id: 'year', label: t('dev.year') },
          ]}
        />
      </Row>
      <Archiving />
      <p>
        {t.rich('dev.sentence', {
          b: (words) => <strong>{words}</strong>,
          link: <Link href="/dev/ui">{t('dev.link')}</Link>,
        })}
      </p>
    </Section>
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

function Buttons() {
  const t = useText()
  const [isPending, setPending] = useState(true)
  return (
    <>
      <Row gap={8}>
        <Button look="primary" icon={Play}>
          {t('dev.primary')}
        </Button>
        <Button>{t('dev.soft')}</Button>
        <Button look="line">{t('dev.line')}</Button>
        <Button look="ghost">{t('dev.ghost')}</Button>
        <Button look="danger">{t('dev.danger')}</Button>
      </Row>
      <Row gap={8}>
        <Button look="primary" size="sm" icon={Check}>
          {t('dev.primary')}
        </Button>
        <Button look="primary" size="lg">
          {t('dev.large')}
        </Button>
        <Button look="primary" isPending={isPending} onPress={() => setPending(true)}>
          {t('dev.pending')}
        </Button>
        <Button look="primary" isDisabled>
          {t('dev.disabled')}
        </Button>
        <LinkButton href="/dev/ui" look="line" iconAfter={ChevronRight}>
          {t('dev.go')}
        </LinkButton>
      </Row>
    </>
  )
}
