import { Muted, Stack, TextArea, TextField } from '#ui'
import type { Said, Step, Variant } from '../../language.ts'
import { useText } from '../text.ts'

interface WordsFieldsProps {
  variant: Variant
  language: 'en' | 'fr'
  channel: Step['channel']
  onChange: (variant: Variant) => void
}

/** The words of one text in one language. A language in which nothing stands is not spoken. */
export function WordsFields({ variant, language, channel, onChange }: WordsFieldsProps) {
  const t = useText()
  const other = language === 'en' ? 'fr' : 'en'
  const { subject = '', text = '' } = variant[language] ?? {}
  const set = (part: Partial<Said>) => {
    const said = { subject, text, ...part }
    const isNothing = said.subject.trim() === '' && said.text.trim() === '' && variant[other]
    const { [language]: _, ...rest } = variant
    onChange(isNothing ? rest : { ...rest, [language]: said })
  }
  return (
    <Stack gap={12}>
      {!variant[language] && (
        <Muted>{t('campaigns.words.none', { language: t(`campaigns.language.${language}`) })}</Muted>
      )}
      <TextField
        label={t(channel === 'mail' ? 'campaigns.words.subject' : 'campaigns.words.title')}
        value={subject}
        onChange={(next) => set({ subject: next })}
        maxLength={120}
      />
      <TextArea
        label={t('campaigns.words.text')}
        hint={t('campaigns.words.hint', {
          example: '{{name}}',
          more: '{{organization}}, {{sender}}, {{group}}, {{topic|…}}',
        })}
        value={text}
        onChange={(next) => set({ text: next })}
        maxLength={4000}
        lines={6}
      />
    </Stack>
  )
}

/** The same to be read only. */
export function WordsShown({ variant, language }: { variant: Variant; language: 'en' | 'fr' }) {
  const t = useText()
  const said = variant[language]
  if (!said)
    return <Muted>{t('campaigns.words.none', { language: t(`campaigns.language.${language}`) })}</Muted>
  return (
    <div>
      <p>
        <strong>{said.subject}</strong>
      </p>
      <p className="campaign-text">{said.text}</p>
    </div>
  )
}
