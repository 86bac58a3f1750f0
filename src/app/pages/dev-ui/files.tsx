import { FileButton, FileDrop, Row, Stack, toast } from '#ui'
import { useText } from './samples.ts'

/** Where files are brought. */
export function Files() {
  const t = useText()
  return (
    <Stack gap={12}>
      <FileDrop
        label={t('dev.files')}
        hint={t('dev.filesHint')}
        accept={['.pptx', '.docx', '.md']}
        maxBytes={20_000_000}
        isMultiple
        onFiles={(files) => toast(files.map(({ name }) => name).join(', '))}
      />
      <FileDrop label={t('dev.files')} onFiles={([file]) => toast(file?.name ?? '')} />
      <Row gap={8}>
        {[false, true].map((isPending) => (
          <FileButton
            key={String(isPending)}
            accept={['.vtt']}
            size="sm"
            isPending={isPending}
            onFile={({ name }) => toast(name)}
          >
            {t('dev.files')}
          </FileButton>
        ))}
      </Row>
    </Stack>
  )
}
