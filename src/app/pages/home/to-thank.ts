import { Trophy } from 'lucide-react'
import { paths } from '#paths'
import { useRead } from '#platform/web/use'
import { listUnthanked } from '#recognition/commendation.contract.ts'
import { useList } from '#ui'
import { useText } from '../../web/text.ts'

const mostNamed = 3

/** Who of one’s groups helped and was not thanked since, as one thing to do. */
export function useUnthanked() {
  const t = useText()
  const list = useList()
  const read = useRead(listUnthanked, {}, { topics: ['unthanked', 'kudos'] })
  const people = read.data?.items ?? []
  const named = people.slice(0, mostNamed).map(({ member }) => member.name)
  const tasks =
    people.length === 0
      ? []
      : [
          {
            ...{ key: 'unthanked', icon: Trophy, href: paths.thanks },
            title: t('app.home.unthanked', { count: people.length }),
            text: list(named),
          },
        ]
  return { tasks, isPending: read.isPending }
}
