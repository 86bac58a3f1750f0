const files = import.meta.glob<Record<string, string>>(
  [
    '../../**/messages/fr.json',
    '!../messages/fr.json',
    '!../../{ui,commons/feed,commons/campaigns/answers,loop/6-recognition}/messages/fr.json',
  ],
  { eager: true, import: 'default' },
)

/** The messages of the modules that Home does without. */
export const dictionary: Record<string, string> = Object.assign({}, ...Object.values(files))
