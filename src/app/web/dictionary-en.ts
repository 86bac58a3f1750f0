const files = import.meta.glob<Record<string, string>>('../../**/messages/en.json', {
  eager: true,
  import: 'default',
})

/** Every English message of every module. */
export const dictionary: Record<string, string> = Object.assign({}, ...Object.values(files))
