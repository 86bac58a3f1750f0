import { useState } from 'react'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { Card, Disclosure, SkeletonRows } from '#ui'
import { isOriginal, type Original } from '../../document/originals.ts'
import { listTemplates } from '../../template.contract.ts'
import { useText } from '../text.ts'
import { OriginalFollowers } from './followers.tsx'

/** The templates that come with Cairn, each with what it is for and the courses that follow it. */
export function Originals() {
  const t = useText()
  const { locale } = useSession().member
  const { data } = useRead(listTemplates, { query: { language: locale } })
  return (
    <Card title={t('template.originals')}>
      {!data && <SkeletonRows rows={6} hasFace={false} />}
      {data?.items.map(({ key, name, for: purpose, version }) =>
        isOriginal(key) ? (
          <One key={key} original={key} name={name} purpose={purpose} version={version} />
        ) : null,
      )}
    </Card>
  )
}

interface OneProps {
  original: Original
  name: string
  purpose: string
  version: number
}

/** Who follows it is read once somebody wants to know. */
function One({ original, name, purpose, version }: OneProps) {
  const t = useText()
  const [wasOpened, setOpened] = useState(false)
  return (
    <Disclosure
      title={
        <span className="template-original">
          {name}
          <small>{purpose}</small>
        </span>
      }
      onOpenChange={(isOpen) => isOpen && setOpened(true)}
    >
      <h3 className="template-followers">{t('template.courses')}</h3>
      {wasOpened && <OriginalFollowers original={original} newest={version} />}
    </Disclosure>
  )
}
