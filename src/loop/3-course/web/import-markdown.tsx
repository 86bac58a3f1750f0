import { useState } from 'react'
import { useNavigate } from 'react-router'
import { linkTo, paths } from '#paths'
import { useSession } from '#people/web/index.tsx'
import { CallError, call } from '#platform/http/call'
import { Button, Callout, FileDrop, Table } from '#ui'
import { createCourse, saveDraft } from '../contract.ts'
import { importMarkdown } from '../material.contract.ts'
import { uploadFile } from './editor/upload.ts'
import { useText } from './text.ts'

type Imported = Awaited<ReturnType<typeof call<typeof importMarkdown>>>
interface Chosen {
  files: { path: string; text: string }[]
  pictures: File[]
  imported: Imported
}

/** Markdown and pictures become a course: first read and reported line by line, then made. */
export function ImportMarkdown({ groupId, needId }: { groupId: string; needId: string | null }) {
  const t = useText()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const maker = useMaker(groupId, needId)
  const read = async (list: readonly File[]) => {
    setProblem(null)
    const texts = list.filter(({ name }) => /\.(md|markdown)$/i.test(name))
    const files = await Promise.all(texts.map(async (file) => ({ path: file.name, text: await file.text() })))
    if (files.length === 0) return
    try {
      const imported = await call(importMarkdown, { body: { files } })
      setChosen({ files, pictures: list.filter((file) => file.type.startsWith('image/')), imported })
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setProblem(error.message)
    }
  }
  return (
    <div className="course-import">
      <FileDrop
        label={t('course.new.drop')}
        hint={t('course.new.importHint')}
        isMultiple
        onFiles={(list) => void read(list)}
      />
      {(problem ?? maker.problem) && (
        <Callout tone="danger" isAlert>
          {problem ?? maker.problem}
        </Callout>
      )}
      {chosen && (
        <Report
          imported={chosen.imported}
          files={chosen.files.length}
          pictures={chosen.pictures.map(({ name }) => name)}
        />
      )}
      {chosen?.imported.document && (
        <Button look="primary" isPending={maker.isMaking} onPress={() => void maker.make(chosen)}>
          {t('course.new.make')}
        </Button>
      )}
      {maker.said && <p role="status">{maker.said}</p>}
    </div>
  )
}

function Report({ imported, files, pictures }: { imported: Imported; files: number; pictures: string[] }) {
  const t = useText()
  const isThere = (detail: string) => pictures.some((name) => detail.includes(name))
  const lines = imported.report.filter(({ code, detail }) => code !== 'image.missing' || !isThere(detail))
  return (
    <>
      {imported.document && (
        <Callout tone="success">
          {t('course.new.read', { steps: imported.document.content.length, files })}
        </Callout>
      )}
      {lines.length === 0 ? (
        <p className="ui-muted">{t('course.new.clean')}</p>
      ) : (
        <Table
          caption={t('course.new.report')}
          rows={lines.slice(0, 200).map((line, index) => ({ ...line, id: String(index) }))}
          rowId={({ id }) => id}
          columns={[
            { id: 'file', title: t('course.new.file'), cell: ({ path }) => path },
            { id: 'line', title: t('course.new.line'), align: 'end', cell: ({ line }) => line },
            { id: 'what', title: t('course.new.what.detail'), cell: ({ detail }) => detail, isName: true },
          ]}
        />
      )}
    </>
  )
}

/** Makes the course in steps that can each be tried again: the draft, its pictures, then its text. */
function useMaker(groupId: string, needId: string | null) {
  const t = useText()
  const navigate = useNavigate()
  const { member } = useSession()
  const [isMaking, setMaking] = useState(false)
  const [said, setSaid] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const make = async ({ files, pictures, imported }: Chosen) => {
    setMaking(true)
    setProblem(null)
    try {
      const { title, objective } = imported
      const made = await call(createCourse, {
        body: { title: title || files[0]?.path || '', objective, groupId, needId, language: member.locale },
      })
      const courseId = made.course.id
      const assets: Record<string, string> = {}
      const used = pictures.filter(({ name }) => imported.pictures.some((path) => path.endsWith(name)))
      for (const [index, picture] of used.entries()) {
        setSaid(t('course.new.making', { done: index, all: used.length }))
        assets[picture.name] = (await uploadFile(courseId, picture)).id
      }
      const { document } = await call(importMarkdown, { body: { files, assets } })
      if (!document) return
      const body = {
        revision: made.revision,
        title: made.course.title,
        objective,
        tags: [],
        language: member.locale,
        document,
      }
      await call(saveDraft, { params: { courseId }, body })
      void navigate(linkTo(paths.editor, { courseId }))
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      setProblem(error.message)
    } finally {
      setMaking(false)
      setSaid('')
    }
  }
  return { make, isMaking, said, problem }
}
