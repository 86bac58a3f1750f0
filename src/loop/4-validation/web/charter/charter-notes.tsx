import { CircleAlert, CircleCheck, Info } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Draft } from '#course/contract.ts'
import type { Desk } from '#course/web/index.tsx'
import { linkTo, paths } from '#paths'
import { useRead } from '#platform/web/use'
import { Button, Disclosure, Link, Row, Stack } from '#ui'
import type { CharterFault } from '../../charter/rules.ts'
import { getCharter, listPictureContrasts } from '../../charter.contract.ts'
import { useText } from '../text.ts'
import { useFaults } from './use-faults.ts'
import { VerifyBy } from './verify-by.tsx'
import './charter.css'

interface CharterNotesProps {
  draft: Draft
  desk: Desk
}

/** What the charter says of a course while it is written, with the way to each place; and until when it holds. */
export function CharterNotes({ draft, desk }: CharterNotesProps) {
  const t = useText()
  const { course } = draft
  const read = useRead(getCharter, { params: { groupId: course.group.id } }, { topics: ['charter'] })
  const [verifyBy, setVerifyBy] = useState(draft.verifyBy)
  const contrasts = useContrasts(course.id)
  const faults = useFaults(read.data, desk.written, verifyBy, draft.template?.parts ?? none, contrasts)
  const of = (level: CharterFault['level']) => faults.filter((fault) => fault.level === level)
  const [blocking, warning] = [of('block'), of('warn')]
  const found = t('validation.charter.found', { blocking: blocking.length, warning: warning.length })
  return (
    <section className="charter-notes" aria-label={t('validation.charter.looks')}>
      <Disclosure
        title={
          <span className="charter-found">
            <Mark level={blocking.length > 0 ? 'block' : warning.length > 0 ? 'warn' : null} />
            {faults.length > 0 ? found : t('validation.charter.nothing')}
          </span>
        }
      >
        <Stack gap={16}>
          <Faults title={t('validation.charter.stops')} faults={blocking} desk={desk} />
          <Faults title={t('validation.charter.warns')} faults={warning} desk={desk} />
          <VerifyBy courseId={course.id} day={verifyBy} onChange={setVerifyBy} />
          <Link href={linkTo(paths.charter, {}, { query: { group: course.group.id } })}>
            {t('validation.charter.read')}
          </Link>
        </Stack>
      </Disclosure>
    </section>
  )
}

/** What is known of the words in the course's pictures, which are looked at a moment after they have come in. */
function useContrasts(courseId: string): ReadonlyMap<string, number> {
  const read = useRead(listPictureContrasts, { params: { courseId } }, { topics: [`pictures:${courseId}`] })
  return useMemo(
    () => new Map((read.data?.items ?? []).map(({ id, contrast }) => [id, contrast])),
    [read.data],
  )
}

function Mark({ level }: { level: CharterFault['level'] | null }) {
  const Icon = level === 'block' ? CircleAlert : level === 'warn' ? Info : CircleCheck
  return <Icon size={18} aria-hidden="true" className="charter-mark" data-level={level ?? 'none'} />
}

const none: never[] = []

/** So many are told at first: whoever begins has a long list otherwise. */
const fewAtFirst = 6

interface FaultsProps {
  title: string
  faults: readonly CharterFault[]
  desk: Desk
}

function Faults({ title, faults, desk }: FaultsProps) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  if (faults.length === 0) return null
  const shown = isWhole ? faults : faults.slice(0, fewAtFirst)
  return (
    <div>
      <h2 className="charter-title">{title}</h2>
      <ul className="charter-faults">
        {shown.map((fault) => (
          <li key={`${fault.rule} ${fault.stepId} ${fault.blockId} ${JSON.stringify(fault.values)}`}>
            <Fault fault={fault} desk={desk} />
          </li>
        ))}
      </ul>
      {shown.length < faults.length && (
        <Button size="sm" look="ghost" onPress={() => setWhole(true)}>
          {t('validation.charter.more', { count: faults.length - shown.length })}
        </Button>
      )}
    </div>
  )
}

/** What to do, and where. */
function Fault({ fault: { rule, stepId, blockId, values }, desk }: { fault: CharterFault; desk: Desk }) {
  const t = useText()
  const steps = desk.written.document.content
  const place = steps.findIndex(({ attrs }) => attrs.id === stepId)
  const title = steps[place]?.attrs.title ?? ''
  const where =
    place < 0
      ? t('validation.charter.whole')
      : t('validation.charter.inStep', { place: place + 1, title: title || '…' })
  const what = t(`validation.fault.${rule}`, values)
  return (
    <>
      <span className="charter-where">{where}</span>
      <Row justify="between">
        <span>{what}</span>
        {stepId !== null && place >= 0 && (
          <Button
            size="sm"
            aria-label={`${t('validation.charter.go')} (${what})`}
            onPress={() => desk.goTo(stepId, blockId)}
          >
            {t('validation.charter.go')}
          </Button>
        )}
      </Row>
    </>
  )
}
