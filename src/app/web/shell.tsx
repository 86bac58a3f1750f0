import { Bell, HandHeart, Plus, Settings } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { countUnread } from '#feed/contract.ts'
import { paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { useRead } from '#platform/web/use'
import { GiveThanks } from '#recognition/web/index.tsx'
import {
  Avatar,
  Button,
  IconButton,
  Link,
  Logo,
  Menu,
  Shell,
  SideNav,
  TabBar,
  TopBar,
  useShortcut,
} from '#ui'
import { DemoSwitch } from './demo-switch.tsx'
import { News } from './news.tsx'
import { PagePlace } from './page-place.tsx'
import { Palette } from './palette.tsx'
import { usePlaces } from './places.ts'
import { useText } from './text.ts'

/** The frame around every page of a signed-in person. */
export function Framed() {
  const t = useText()
  const places = usePlaces()
  useTravel()
  return (
    <Shell
      nav={
        <SideNav
          brand={
            <>
              <Logo /> {t('app.name')}
            </>
          }
          items={places.wide}
          foot={<Foot />}
        />
      }
      top={
        <TopBar search={<Palette />}>
          <Actions />
        </TopBar>
      }
      tabs={<TabBar items={places.phone} action={<Share label={t('app.share')} />} />}
    >
      <PagePlace />
    </Shell>
  )
}

function Actions() {
  const t = useText()
  const [isThanking, setThanking] = useState(false)
  const [isReading, setReading] = useState(false)
  const unread = useRead(countUnread, {}, { topics: ['feed'] }).data?.unread ?? 0
  return (
    <>
      <DemoSwitch />
      <IconButton
        icon={HandHeart}
        label={t('app.thank')}
        look="ghost"
        keys="g k"
        onPress={() => setThanking(true)}
      />
      <IconButton
        icon={Bell}
        label={unread > 0 ? t('app.newsUnread', { count: unread }) : t('app.news')}
        look="ghost"
        hasDot={unread > 0}
        onPress={() => setReading(true)}
      />
      <span className="app-wide">
        <Share label={t('app.share')} isWide />
      </span>
      <GiveThanks isOpen={isThanking} onOpenChange={setThanking} />
      <News isOpen={isReading} onOpenChange={setReading} />
    </>
  )
}

/** What one may share: a need, a course. */
function Share({ label, isWide = false }: { label: string; isWide?: boolean }) {
  const t = useText()
  return (
    <Menu
      trigger={
        isWide ? (
          <Button icon={Plus} look="primary">
            {label}
          </Button>
        ) : (
          <IconButton icon={Plus} label={label} look="primary" />
        )
      }
      items={[
        { id: 'need', label: t('app.share.need'), href: paths.raiseNeed },
        { id: 'course', label: t('app.share.course'), href: paths.newCourse },
      ]}
    />
  )
}

function Foot() {
  const t = useText()
  const session = useSession()
  const { member, groups } = session
  const home = groups.find(({ id }) => id !== session.organization.id)?.name ?? session.organization.name
  return (
    <div className="app-foot">
      <Link href={paths.settings} isQuiet className="ui-place">
        <Settings size={20} aria-hidden="true" />
        {t('app.place.settings')}
      </Link>
      <Link href={paths.me} isQuiet className="app-me">
        <Avatar id={member.id} name={member.name} size="sm" />
        <span>
          <strong>{member.name}</strong>
          <small>{home}</small>
        </span>
      </Link>
    </div>
  )
}

/** G, then a letter, goes to a place. */
function useTravel(): void {
  const t = useText()
  const navigate = useNavigate()
  const group = t('app.keys.places')
  useShortcut('g h', () => void navigate(paths.home), { label: t('app.place.home'), group })
  useShortcut('g l', () => void navigate(paths.learn), { label: t('app.place.learn'), group })
  useShortcut('g a', () => void navigate(paths.ask), { label: t('app.place.ask'), group })
  useShortcut('g c', () => void navigate(paths.create), { label: t('app.place.create'), group })
  useShortcut('g s', () => void navigate(paths.settings), { label: t('app.place.settings'), group })
  useShortcut('g d', () => void navigate(paths.lead), { label: t('app.place.lead'), group })
  useShortcut('g i', () => void navigate(paths.loop), { label: t('app.place.impact'), group })
}
