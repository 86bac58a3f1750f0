import { Film, Lightbulb, ListPlus, type LucideIcon, MessageCircleQuestion, PencilLine } from 'lucide-react'
import { useSearchParams } from 'react-router'
import type { MenuAction } from '#ui'
import { type ContributionKind, contributionKinds } from '../rungs.ts'
import { useText } from './text.ts'

const icons: Record<ContributionKind, LucideIcon> = {
  edit: PencilLine,
  tip: Lightbulb,
  clip: Film,
  question: MessageCircleQuestion,
  step: ListPlus,
}

/**
 * What is being given in the step that one reads: it stands in the address, so that a notification opens it, and going
 * back closes it.
 */
export function useBetter() {
  const [search, setSearch] = useSearchParams()
  const kind = contributionKinds.find((one) => one === search.get('better')) ?? null
  const change = (next: ContributionKind | null, on: string | null) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        for (const [name, value] of [
          ['better', next],
          ['on', on],
        ] as const)
          if (value === null) after.delete(name)
          else after.set(name, value)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return {
    kind,
    on: search.get('on'),
    open: (next: ContributionKind, on: string | null) => change(next, on),
    close: () => change(null, null),
  }
}

/** The lines of a menu, each of which begins one kind of contribution at a place. */
export function useKindsMenu() {
  const t = useText()
  const { open } = useBetter()
  return (kinds: readonly ContributionKind[], on: string | null): MenuAction[] =>
    kinds.map((kind) => ({
      id: `better-${kind}`,
      label: t(`ladder.give.${kind}`),
      icon: icons[kind],
      onAction: () => open(kind, on),
    }))
}
