import { Bar, Button, Callout, FileDrop, useNumber } from '#ui'
import { useText } from '../text.ts'
import { ImportReport } from './import-report.tsx'
import type { Progress } from './send-files.ts'
import { useImport } from './use-import.ts'
import { useMaker } from './use-maker.ts'

/** Markdown and what stands beside it become a course: first read and reported line by line, then made. */
export function ImportMarkdown({ groupId, needId }: { groupId: string; needId: string | null }) {
  const t = useText()
  const { state, take, again } = useImport()
  const maker = useMaker(groupId, needId)
  const { chosen, imported, progress, unreadable, problem } = state
  const read = (files: readonly File[]) => {
    maker.forget()
    void take(files)
  }
  return (
    <div className="course-import">
      <FileDrop
        label={t('course.new.drop')}
        hint={chosen ? t('course.new.moreHint') : t('course.new.importHint')}
        isMultiple
        onFiles={read}
      />
      {unreadable && (
        <Callout tone="danger" isAlert>
          {t(`course.new.refused.${unreadable.why}`, { name: unreadable.name })}
        </Callout>
      )}
      {progress && <OnTheWay progress={progress} />}
      {problem && (
        <Callout tone="danger" isAlert title={t('course.new.stopped')}>
          <p>{problem.message}</p>
          <p>{t('course.new.stoppedText')}</p>
          <Button size="sm" onPress={() => void again()}>
            {t('course.editor.upload.retry')}
          </Button>
        </Callout>
      )}
      {imported && chosen && <ImportReport imported={imported} chosen={chosen} />}
      {maker.problem && (
        <Callout tone="danger" isAlert title={t('course.new.notMade')}>
          {maker.problem.message}
        </Callout>
      )}
      {imported?.document && (
        <Button look="primary" isPending={maker.isMaking} onPress={() => void maker.make(imported)}>
          {t('course.new.make')}
        </Button>
      )}
    </div>
  )
}

function OnTheWay({ progress: { done, all, share } }: { progress: Progress }) {
  const t = useText()
  const percent = useNumber({ style: 'percent', maximumFractionDigits: 0 })
  if (all === 0) return <p role="status">{t('course.new.reading')}</p>
  return (
    <div>
      <small className="ui-muted" role="status">
        {t('course.new.sending', { at: done + 1, all })}
      </small>
      <Bar label={t('course.new.sendingAt', { percent: percent(share) })} value={share} />
    </div>
  )
}
