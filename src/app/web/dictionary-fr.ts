const files = import.meta.glob<Record<string, string>>('../../**/messages/fr.json', {
  eager: true,
  import: 'default',
})

/** Every French message of every module. */
export const dictionary: Record<string, string> = Object.assign({}, ...Object.values(files))
