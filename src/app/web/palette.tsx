import { BookOpen, CircleHelp, FileText, Search, UserRound } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useRead, useWrite } from '#platform/web/use'
import { reportMiss, type SearchHit, search } from '#search/contract.ts'
import { Dialog, Kbd, LinkButton, List, ListRow, SearchField, SkeletonRows, useShortcut } from '#ui'
import { useText } from './text.ts'
import { useGone } from './use-gone.ts'

/** Whoever has not typed for so many milliseconds has said what they look for. */
const afterTyping = 1500

const icons = { need: CircleHelp, course: BookOpen, step: FileText, member: UserRound }

const linkOfHit = ({ kind, id, part }: SearchHit): string => {
  if (kind === 'need') return linkTo(paths.need, { needId: id })
  if (kind === 'member') return linkTo(paths.member, { memberId: id })
  if (kind === 'step') return linkTo(paths.player, { courseId: id, stepId: part })
  return linkTo(paths.course, { courseId: id })
}

/** The search at the top: a button that looks like a field, and the window where one types. */
export function Palette() {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  useShortcut('mod+k', () => setOpen(true), { label: t('app.searchOpen') })
  useShortcut('/', () => setOpen(true), { label: t('app.searchOpen') })
  return (
    <>
      <button type="button" className="app-search" onClick={() => setOpen(true)}>
        <Search size={18} aria-hidden="true" />
        <span className="app-search-words">{t('app.search')}</span>
        <span className="app-search-word">{t('app.searchOpen')}</span>
        <Kbd keys="mod+k" />
      </button>
      <Dialog title={t('app.searchOpen')} isOpen={isOpen} onOpenChange={setOpen} size="lg">
        {isOpen && <Finder onGo={() => setOpen(false)} />}
      </Dialog>
    </>
  )
}

function Finder({ onGo }: { onGo: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const asked = useDeferredValue(query.trim())
  const found = useRead(search, { query: { q: asked } }, { enabled: asked !== '', keepPrevious: true })
  const hits = asked === '' ? [] : (found.data?.items ?? [])
  const [first] = hits
  const typed = query.trim()
  // What is listed may still be what was typed before: Enter means the first of what it finds now.
  const [wanted, setWanted] = useState<string | null>(null)
  const isOfTyped = asked === typed && found.data !== undefined && !found.isPlaceholderData
  useEffect(() => {
    if (wanted !== typed || !isOfTyped) return
    setWanted(null)
    if (!first) return
    void navigate(linkOfHit(first))
  }, [wanted, typed, isOfTyped, first, navigate])
  useGone(onGo)
  useMissReport(isOfTyped && hits.length === 0 ? typed : '')
  /** Arrow down goes from the field into the hits and on; arrow up comes back. */
  const move = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const stops = [...(place.current?.querySelectorAll<HTMLElement>('input, li a') ?? [])]
    const at = stops.indexOf(document.activeElement as HTMLElement)
    const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the field and links that are reachable by Tab too
    <div ref={place} className="app-finder" onKeyDown={move}>
      <SearchField
        label={t('app.search')}
        value={query}
        onChange={setQuery}
        onSubmit={() => setWanted(typed)}
        autoFocus
      />
      <Hits hits={hits} asked={asked} isPending={asked !== '' && found.isPending} />
    </div>
  )
}

/** What one stops at and does not find is told, once each: so the organization learns what it does not know. */
function useMissReport(words: string) {
  const { mutate } = useWrite(reportMiss)
  const told = useRef(new Set<string>())
  useEffect(() => {
    if (words === '' || told.current.has(words)) return
    const timer = window.setTimeout(() => {
      told.current.add(words)
      mutate({ body: { words } })
    }, afterTyping)
    return () => window.clearTimeout(timer)
  }, [words, mutate])
}

function Hits({ hits, asked, isPending }: { hits: SearchHit[]; asked: string; isPending: boolean }) {
  const t = useText()
  if (asked === '') return <p className="ui-muted">{t('app.searchHint')}</p>
  if (isPending) return <SkeletonRows rows={4} hasFace={false} />
  if (hits.length === 0) {
    return (
      <div className="app-none">
        <p>{t('app.searchEmpty', { query: asked })}</p>
        <LinkButton href={linkTo(paths.raiseNeed, {}, { query: { title: asked } })} look="primary">
          {t('app.searchNeed')}
        </LinkButton>
      </div>
    )
  }
  return (
    <List label={t('app.searchOpen')}>
      {hits.map((hit) => {
        const Icon = icons[hit.kind]
        return (
          <ListRow
            key={`${hit.kind} ${hit.id} ${hit.part}`}
            before={<Icon size={20} role="img" aria-label={t(`app.searchKind.${hit.kind}`)} />}
            title={hit.title}
            text={[...new Set([hit.detail, hit.excerpt])].filter(Boolean).join(' · ')}
            href={linkOfHit(hit)}
          />
        )
      })}
    </List>
  )
}
