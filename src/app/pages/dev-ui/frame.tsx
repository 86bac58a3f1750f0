import {
  Bell,
  GraduationCap,
  HandHeart,
  House,
  MessageCircleQuestion,
  Palette,
  PenLine,
  Plus,
} from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Avatar,
  ErrorState,
  IconButton,
  Logo,
  Muted,
  type NavItem,
  Page,
  Row,
  SearchField,
  Shell,
  SideNav,
  TabBar,
  TopBar,
} from '#ui'
import { people } from './people.ts'
import { useText } from './samples.ts'

/** The frame around every page, with sample places. */
export function Frame() {
  const t = useText()
  const places = usePlaces()
  const share = <IconButton icon={Plus} label={t('dev.share')} look="primary" />
  return (
    <Shell
      nav={<SideNav brand={<Brand />} items={places} foot={<Me />} />}
      top={
        <TopBar search={<SearchField label={t('dev.searchPlace')} keys="mod+k" />}>
          <IconButton icon={HandHeart} label={t('dev.thank')} />
          <IconButton icon={Bell} label={t('dev.news')} hasDot />
        </TopBar>
      }
      tabs={<TabBar items={places.slice(1)} action={share} />}
    >
      <Page title={t('dev.frame')} lead={t('dev.frameText')} actions={share}>
        <Muted>{t('dev.dialogText')}</Muted>
      </Page>
    </Shell>
  )
}

/** The same with as little in it as there can be. */
function Bare({ children }: { children: ReactNode }) {
  const places = usePlaces()
  return (
    <Shell
      nav={<SideNav brand={<Brand />} items={places} />}
      top={<TopBar />}
      tabs={<TabBar items={places.slice(0, 4)} />}
    >
      {children}
    </Shell>
  )
}

/** Around a page to read. */
export function BareFrame() {
  const t = useText()
  return (
    <Bare>
      <Page
        title={t('dev.long')}
        heading={t.rich('dev.heading', { b: (words) => <em>{words}</em> })}
        breadcrumbs={[{ label: t('dev.crumb1'), href: '/dev/ui' }, { label: t('dev.crumb2') }]}
        width="narrow"
      >
        <Muted>{t('dev.dialogText')}</Muted>
      </Page>
    </Bare>
  )
}

/** Around a page that could not be shown. */
export function FailedFrame() {
  return (
    <Bare>
      <ErrorState isPage onRetry={() => undefined} />
    </Bare>
  )
}

/** Around a page whose content says what it is. */
export function MiddleFrame() {
  const t = useText()
  const places = usePlaces()
  return (
    <Shell
      nav={<SideNav brand={<Brand />} items={places} foot={<Me />} />}
      top={<TopBar search={<SearchField label={t('dev.searchPlace')} />} />}
      tabs={<TabBar items={places.slice(1)} />}
    >
      <Page title={t('dev.frame')} width="middle" isTitleHidden>
        <Muted>{t('dev.dialogText')}</Muted>
      </Page>
    </Shell>
  )
}

/** The places, of which one is open and one has something waiting. */
function usePlaces(): readonly NavItem[] {
  const t = useText()
  const waiting = { count: 2, countLabel: t('dev.waiting') }
  return [
    { href: '/dev/ui', label: t('dev.title'), icon: Palette },
    { href: '/dev/ui?part=frame', label: t('dev.home'), icon: House, isCurrent: true },
    { href: '/dev/ui?part=bare', label: t('dev.learn'), icon: GraduationCap },
    { href: '/dev/ui?part=middle', label: t('dev.create'), icon: PenLine, ...waiting },
    { href: '/dev/ui?part=failed', label: t('dev.ask'), icon: MessageCircleQuestion },
  ]
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
