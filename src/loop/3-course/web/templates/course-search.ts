import { useSession } from '#people/web/index.tsx'
import { call } from '#platform/http/call'
import { folded, type Search } from '#ui'
import { listCourses, listMyCourses } from '../../contract.ts'

interface Found {
  id: string
  label: string
  hint: string
}

/** Finds the courses that the reader may make a template of: their own, and published ones of groups they manage. */
export function useCourseSearch(groups: readonly { id: string }[]): Search<Found> {
  const { member } = useSession()
  const managed = new Set(groups.map(({ id }) => id))
  return async (query, signal) => {
    const words = query.trim().slice(0, 100)
    const [mine, all] = await Promise.all([
      call(listMyCourses, { query: { limit: 100 }, signal }),
      call(listCourses, { query: { limit: 100, ...(words && { words }) }, signal }),
    ])
    const own = mine.items.filter(({ title }) => folded(title).includes(folded(words)))
    const others = all.items.filter(({ author, group }) => author.id !== member.id && managed.has(group.id))
    return [...own, ...others].map(({ id, title, group }) => ({ id, label: title, hint: group.name }))
  }
}
