import { Eye, History, LayoutTemplate } from 'lucide-react'
import type { ReactNode } from 'react'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { Breadcrumbs, Button, LinkButton } from '#ui'
import type { CourseCard } from '../../contract.ts'
import { useText } from '../text.ts'
import { SaveLine } from './save-line.tsx'
import type { SaveState } from './sending.ts'

interface EditorHeadProps {
  course: CourseCard
  state: SaveState
  onPreview: () => void
  /** The next step of the work: asking for review. */
  children: ReactNode
}

/** Where one is, how the saving stands, and what comes next. */
export function EditorHead({ course, state, onPreview, children }: EditorHeadProps) {
  const t = useText()
  const { roles } = useSession()
  const isManager = roles.some(({ role }) => role === 'manager' || role === 'admin')
  const trail = [
    { label: t('course.create'), href: paths.create },
    { label: t(`course.state.${course.state}`) },
  ]
  return (
    <header className="editor-head">
      <Breadcrumbs items={trail} />
      <SaveLine state={state} />
      <span className="editor-does">
        <LinkButton
          icon={History}
          look="ghost"
          href={linkTo(paths.versions, { courseId: course.id })}
          aria-label={t('course.editor.versions')}
        >
          <span>{t('course.editor.versions')}</span>
        </LinkButton>
        {isManager && (
          <LinkButton
            icon={LayoutTemplate}
            look="ghost"
            href={linkTo(paths.templates, {}, { query: { from: course.id } })}
            aria-label={t('template.makeOfCourse')}
          >
            <span>{t('template.makeOfCourse')}</span>
          </LinkButton>
        )}
        <Button icon={Eye} look="line" onPress={onPreview} aria-label={t('course.editor.preview')}>
          <span>{t('course.editor.preview')}</span>
        </Button>
      </span>
      {children}
    </header>
  )
}
