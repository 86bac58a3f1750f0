import { Download } from 'lucide-react'
import { useState } from 'react'
import { CallError, call } from '#platform/http/call'
import { saveBlob } from '#platform/web/save'
import { Button, FileButton, Stack, sayRefusal, toast } from '#ui'
import { listRejections, type Rejection, type SignalImport } from '../../import.contract.ts'
import { mostRejections } from '../../imports/most-rejections.ts'
import { useText } from '../text.ts'
import { fileKinds, notTakenName } from './bringing.ts'
import { rejectedFile } from './rejected-file.ts'

/** All that is told of the lines of a file that were not taken, in its order. */
async function allRejections(importId: string): Promise<Rejection[]> {
  const all: Rejection[] = []
  for (let after: string | null = ''; after !== null; ) {
    const query: { limit: number; after?: string } = { limit: 100, ...(after && { after }) }
    const page: { items: Rejection[]; next: string | null } = await call(listRejections, {
      params: { importId },
      query,
    })
    all.push(...page.items)
    after = page.next
  }
  return all
}

const endingOf = ({ mapping: { format, separator } }: SignalImport) =>
  format === 'csv' && separator === '\t' ? 'tsv' : format

/** Saves what was not taken of a file, from the file itself: nothing of its lines is kept on the server. */
function useSaving(one: SignalImport) {
  const t = useText()
  const [isSaving, setSaving] = useState(false)
  const reason = ({ line, reason: fault }: Rejection) =>
    t('leader.import.whyLine', { line: String(line), reason: t(`leader.import.fault.${fault}`) })
  const save = async (file: File): Promise<void> => {
    setSaving(true)
    try {
      const words = { heading: t('leader.import.why'), reason }
      const isSize = file.size === one.size
      const made = isSize && (await rejectedFile(file, one.mapping, await allRejections(one.id), words))
      if (made) saveBlob(`${notTakenName(one.source, t('leader.import.notTaken'))}.${endingOf(one)}`, made)
      else toast({ text: t('leader.import.notIt'), tone: 'danger' })
    } catch (error) {
      if (error instanceof CallError) sayRefusal(error)
      // That is how the browser says that a file is not what it was when it was chosen.
      else if (error instanceof DOMException) toast({ text: t('leader.import.gone'), tone: 'danger' })
      else throw error
    } finally {
      setSaving(false)
    }
  }
  return { isSaving, save: (file: File) => void save(file) }
}

interface SaveRejectedProps {
  one: SignalImport
  /** The file, where it was chosen in this window. */
  file: File | undefined
}

/** The way to the lines that were not taken, as a file that can be mended and brought in again. */
export function SaveRejected({ one, file }: SaveRejectedProps) {
  const t = useText()
  const { isSaving, save } = useSaving(one)
  const { rejected } = one
  if (!file)
    return (
      <Stack gap={8}>
        <p className="ui-muted">{t('leader.import.chooseText')}</p>
        <div>
          <FileButton accept={fileKinds} onFile={save} isPending={isSaving}>
            {t('leader.import.choose')}
          </FileButton>
        </div>
      </Stack>
    )
  return (
    <Stack gap={8}>
      <div>
        <Button icon={Download} isPending={isSaving} onPress={() => save(file)}>
          {rejected > mostRejections
            ? t('leader.import.saveFirst', { most: mostRejections })
            : t('leader.import.save', { rejected })}
        </Button>
      </div>
      <p className="ui-muted">{t('leader.import.saveText')}</p>
    </Stack>
  )
}
