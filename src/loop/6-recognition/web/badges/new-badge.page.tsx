import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useWrite } from '#platform/web/use'
import { Page, toast } from '#ui'
import { designBadge } from '../../badge.contract.ts'
import { type Design, DesignForm } from './design-form.tsx'
import { useText } from './text.ts'

/** A new badge. */
export function Component() {
  const t = useText()
  const navigate = useNavigate()
  const design = useWrite(designBadge, ['badges'])
  const first: Design = {
    ...{ name: '', description: '', criteria: '', awarders: 'managers', isPublic: true },
    levels: [{ name: t('badge.levelUsual.1'), criteria: '' }],
    drawing: { shape: 'stone', colour: 'pine', symbol: 'cairn', trim: 'ring' },
  }
  const send = (body: Design) =>
    design.mutate(
      { body },
      {
        onSuccess: ({ id, name }) => {
          toast({ text: t('badge.designed', { name }), tone: 'success' })
          void navigate(linkTo(paths.badge, { badgeId: id }))
        },
      },
    )
  return (
    <Page title={t('badge.new')} breadcrumbs={[{ label: t('badge.title'), href: paths.badges }]}>
      <DesignForm
        first={first}
        action={t('badge.design')}
        isPending={design.isPending}
        error={design.error}
        onSend={send}
      />
    </Page>
  )
}
