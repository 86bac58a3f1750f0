import { Bookmark, Check, ChevronDown, ChevronRight, Play } from 'lucide-react'
import { useState } from 'react'
import { Button, IconButton, LinkButton, Row } from '#ui'
import { useText } from './samples.ts'

const looks = ['primary', 'soft', 'line', 'ghost', 'danger'] as const
const sizes = ['sm', 'md', 'lg'] as const
const smallSizes = ['sm', 'md'] as const

/** Every button, and every link that looks like one. */
export function Buttons() {
  const t = useText()
  return (
    <>
      <Row gap={8}>
        {looks.map((look) => (
          <Button key={look} look={look}>
            {t(`dev.${look}`)}
          </Button>
        ))}
      </Row>
      <Row gap={8}>
        {looks.map((look) => (
          <Button key={look} look={look} isDisabled>
            {t(`dev.${look}`)}
          </Button>
        ))}
      </Row>
      <Row gap={8}>
        {sizes.map((size) => (
          <Button key={size} look="primary" size={size} icon={Check}>
            {t('dev.primary')}
          </Button>
        ))}
        <Button look="line" iconAfter={ChevronDown}>
          {t('dev.openMenu')}
        </Button>
      </Row>
      <Busy />
      <Links />
      <div className="dev-narrow">
        <Button isWide look="line" icon={Play}>
          {t('dev.long')}
        </Button>
      </div>
    </>
  )
}

function Busy() {
  const t = useText()
  const [isPending, setPending] = useState(true)
  return (
    <Row gap={8}>
      <Button look="primary" isPending={isPending} onPress={() => setPending(true)}>
        {t('dev.pending')}
      </Button>
      {looks.map((look) => (
        <Button key={look} look={look} size="sm" isPending>
          {t('dev.pending')}
        </Button>
      ))}
    </Row>
  )
}

function Links() {
  const t = useText()
  return (
    <>
      <Row gap={8}>
        {looks.map((look) => (
          <LinkButton key={look} href="/dev/ui" look={look}>
            {t('dev.go')}
          </LinkButton>
        ))}
      </Row>
      <Row gap={8}>
        {sizes.map((size) => (
          <LinkButton key={size} href="/dev/ui" look="line" size={size} icon={Play} iconAfter={ChevronRight}>
            {t('dev.go')}
          </LinkButton>
        ))}
      </Row>
      <div className="dev-narrow">
        <LinkButton href="/dev/ui" look="primary" isWide>
          {t('dev.go')}
        </LinkButton>
      </div>
    </>
  )
}

/** Every button that shows only an icon. */
export function IconButtons() {
  const t = useText()
  return (
    <>
      {smallSizes.map((size) => (
        <Row key={size} gap={4}>
          {looks.map((look) => (
            <IconButton key={look} icon={Bookmark} label={t('dev.save')} look={look} size={size} />
          ))}
          <IconButton icon={Bookmark} label={t('dev.save')} look="line" size={size} isDisabled />
        </Row>
      ))}
    </>
  )
}
