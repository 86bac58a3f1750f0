import { listCourses } from '#course/contract.ts'
import { call } from '#platform/http/call'
import { Combobox, type Search } from '#ui'
import { useText } from './text.ts'

export interface FoundCourse {
  id: string
  label: string
  hint?: string
}

const search: Search<FoundCourse> = async (query, signal) => {
  const words = query.trim().slice(0, 100)
  const { items } = await call(listCourses, { query: { limit: 8, ...(words && { words }) }, signal })
  return items.map(({ id, title, group }) => ({ id, label: title, hint: group.name }))
}

interface CourseFieldProps {
  value: FoundCourse | null
  onChange: (course: FoundCourse | null) => void
}

/** The course that shows what somebody did, where there is one. */
export function CourseField({ value, onChange }: CourseFieldProps) {
  const t = useText()
  return (
    <Combobox<FoundCourse>
      label={t('badge.awardCourse')}
      name="courseId"
      hint={t('badge.awardCourseHint')}
      search={search}
      value={value}
      onChange={onChange}
      isOptional
    />
  )
}
