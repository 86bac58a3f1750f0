import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { CallError, call, freshKey } from '#platform/http/call'
import { createCourse } from '../../contract.ts'
import type { Imported } from './use-import.ts'

/**
 * Makes the course with its text and its files in one write. Trying again after a broken line sends the same write
 * under the same key: what the server has made already is not made twice.
 */
export function useMaker(groupId: string, needId: string | null) {
  const navigate = useNavigate()
  const { member } = useSession()
  const [isMaking, setMaking] = useState(false)
  const [problem, setProblem] = useState<CallError | null>(null)
  const sent = useRef({ body: '', key: '' })
  const make = async ({ title, objective, document }: Imported) => {
    if (!document) return
    setMaking(true)
    setProblem(null)
    const body = { title, objective, groupId, needId, language: member.locale, document }
    const asText = JSON.stringify(body)
    if (sent.current.body !== asText) sent.current = { body: asText, key: freshKey() }
    try {
      const { course } = await call(createCourse, { body, key: sent.current.key })
      void navigate(linkTo(paths.editor, { courseId: course.id }))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setProblem(error)
    } finally {
      setMaking(false)
    }
  }
  return { make, isMaking, problem, forget: () => setProblem(null) }
}
