import {
  Bell,
  CircleUser,
  GraduationCap,
  HandHeart,
  House,
  MessageCircleQuestion,
  PenLine,
  Plus,
} from 'lucide-react'
import { Avatar, IconButton, Logo, Muted, Page, Row, SearchField, Shell, SideNav, TabBar, TopBar } from '#ui'
import { people } from './people.ts'
import { useText } from './samples.ts'

/** The frame around every page, with sample places. */
export function Frame() {
  const t = useText()
  const home = { href: '/dev/ui?part=frame', label: t('dev.home'), icon: House, isCurrent: true }
  const learn = { href: '/dev/ui?part=frame&at=learn', label: t('dev.learn'), icon: GraduationCap }
  const ask = { href: '/dev/ui?part=frame&at=ask', label: t('dev.ask'), icon: MessageCircleQuestion }
  const me = { href: '/dev/ui?part=frame&at=me', label: t('dev.me'), icon: CircleUser }
  const create = {
    href: '/dev/ui?part=frame&at=create',
    label: t('dev.create'),
    icon: PenLine,
    count: 2,
    countLabel: t('dev.waiting'),
  }
  const share = <IconButton icon={Plus} label={t('dev.share')} look="primary" />
  return (
    <Shell
      nav={<SideNav brand={<Brand />} items={[home, learn, ask, create]} foot={<Me />} />}
      top={
        <TopBar search={<SearchField label={t('dev.searchPlace')} keys="mod+k" />}>
          <IconButton icon={HandHeart} label={t('dev.thank')} />
          <IconButton icon={Bell} label={t('dev.news')} hasDot />
        </TopBar>
      }
      tabs={<TabBar items={[home, learn, ask, me]} action={share} />}
    >
      <Page title={t('dev.frame')} lead={t('dev.frameText')} actions={share}>
        <Muted>{t('dev.dialogText')}</Muted>
      </Page>
    </Shell>
  )
}

function Brand() {
  const t = useText()
  return (
    <>
      <Logo />
      {t('dev.brand')}
    </>
  )
}

function Me() {
  const person = people[1]
  return (
    <Row>
      <Avatar {...person} size="sm" />
      {person.name}
    </Row>
  )
}
