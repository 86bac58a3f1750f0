const files = import.meta.glob<Record<string, string>>(
  [
    '../messages/en.json',
    '../../{ui,commons/feed,commons/campaigns/answers,loop/6-recognition}/messages/en.json',
  ],
  { eager: true, import: 'default' },
)

/** What Home says, and the frame around every page. */
export const dictionary: Record<string, string> = Object.assign({}, ...Object.values(files))
