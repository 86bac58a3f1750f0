import { ChartLine, Ellipsis, UserRoundCog, XCircle } from 'lucide-react'
import { useState } from 'react'
import { linkTo, paths } from '#paths'
import { Button, IconButton, LinkButton, Menu, Row } from '#ui'
import type { HealthItem } from '../../health.contract.ts'
import { useText } from '../text.ts'
import { Assign } from './assign.tsx'
import { Dismiss } from './dismiss.tsx'
import { Merge, Retire } from './take-out.tsx'
import { Verify } from './verify.tsx'

type Act = 'verify' | 'merge' | 'retire' | 'assign' | 'dismiss'

/** What the reader may do with an item: first what it is there for. */
export function ItemActions({ item }: { item: HealthItem }) {
  const t = useText()
  const [act, setAct] = useState<Act | null>(null)
  const { kind, course, can, other } = item
  const named = (words: string) => t('learning.health.forItem', { act: words, title: course.title })
  const button = (one: 'verify' | 'merge' | 'retire', isMain: boolean) => {
    const words = t(`learning.health.do.${one}`)
    return (
      <Button look={isMain ? 'primary' : 'soft'} onPress={() => setAct(one)} aria-label={named(words)}>
        {words}
      </Button>
    )
  }
  const close = () => setAct(null)
  return (
    <Row isTight>
      {kind === 'edit' && can.write && (
        <LinkButton
          look="primary"
          href={linkTo(paths.editor, { courseId: course.id })}
          aria-label={named(t('learning.health.do.edit'))}
        >
          {t('learning.health.do.edit')}
        </LinkButton>
      )}
      {kind === 'merge' && can.retire && other && button('merge', true)}
      {kind === 'retire' && can.retire && button('retire', true)}
      {kind !== 'merge' && can.verify && button('verify', kind === 'verify')}
      <Menu
        trigger={<IconButton icon={Ellipsis} look="ghost" label={named(t('learning.health.more'))} />}
        items={[
          {
            ...{ id: 'said', label: t('learning.health.said'), icon: ChartLine },
            href: linkTo(paths.courseHealth, { courseId: course.id }),
          },
          ...(can.assign
            ? [
                {
                  ...{ id: 'assign', label: t('learning.health.assign'), icon: UserRoundCog },
                  onAction: () => setAct('assign'),
                },
              ]
            : []),
          ...(can.dismiss
            ? [
                {
                  ...{ id: 'dismiss', label: t('learning.health.dismiss'), icon: XCircle },
                  onAction: () => setAct('dismiss'),
                },
              ]
            : []),
        ]}
      />
      {act === 'verify' && <Verify courseId={course.id} title={course.title} onClose={close} />}
      {act === 'merge' && other && <Merge course={course} other={other} onClose={close} />}
      {act === 'retire' && <Retire course={course} onClose={close} />}
      {act === 'assign' && <Assign item={item} onClose={close} />}
      {act === 'dismiss' && <Dismiss item={item} onClose={close} />}
    </Row>
  )
}
