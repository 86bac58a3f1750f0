/** What a line may say of somebody. First and family name together are a name. */
export type Column =
  | 'name'
  | 'given'
  | 'family'
  | 'email'
  | 'title'
  | 'group'
  | 'role'
  | 'language'
  | 'workingTime'

const headings: Record<Column, readonly string[]> = {
  name: ['name', 'full name', 'nom', 'nom complet', 'nom et prenom', 'prenom et nom', 'employee', 'personne'],
  given: ['first name', 'firstname', 'given name', 'forename', 'prenom'],
  family: ['last name', 'lastname', 'family name', 'surname', 'nom de famille'],
  email: [
    ...['mail', 'email', 'e mail', 'mail address', 'email address', 'e mail address', 'address'],
    ...[
      'courriel',
      'adresse',
      'adresse mail',
      'adresse email',
      'adresse e mail',
      'adresse electronique',
      'mel',
    ],
  ],
  title: ['title', 'job', 'job title', 'position', 'function', 'titre', 'fonction', 'poste', 'metier'],
  group: ['group', 'team', 'department', 'unit', 'groupe', 'equipe', 'service', 'departement', 'unite'],
  role: ['role', 'roles', 'role in group', 'role dans le groupe'],
  language: ['language', 'locale', 'langue'],
  workingTime: [
    ...['working time', 'share of full time', 'part time', 'fte', 'percent of full time'],
    ...['temps de travail', 'temps partiel', 'taux d activite', 'quotite', 'etp'],
  ],
}

const roles = {
  learner: ['learner', 'apprenant', 'apprenante', 'member', 'membre'],
  leader: ['leader', 'leadeur', 'leadeuse', 'author', 'auteur', 'autrice'],
  reviewer: ['reviewer', 'relecteur', 'relectrice'],
  manager: ['manager', 'manageur', 'manageuse', 'responsable'],
  admin: ['admin', 'administrator', 'administrateur', 'administratrice'],
} as const

const languages = {
  en: ['en', 'english', 'anglais', 'en gb', 'en us'],
  fr: ['fr', 'french', 'francais', 'fr fr', 'fr ca', 'fr be', 'fr ch'],
} as const

/** Words as people type them: small letters, no accents, one blank for whatever stands between them. */
export const plain = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const find = <Key extends string>(lists: Record<Key, readonly string[]>, words: string): Key | null => {
  const entries = Object.entries(lists) as [Key, readonly string[]][]
  return entries.find(([, known]) => known.includes(plain(words)))?.[0] ?? null
}

export const roleNamed = (words: string) => find(roles, words)
export const languageNamed = (words: string) => find(languages, words)

/**
 * The share of full time that words say, in percent: “80”, “80 %”, or “0.8” of a full time; null for what is no share. One
 * is a full time.
 */
export function workingTimeNamed(words: string): number | null {
  const [, said = ''] = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*%?$/.exec(words.trim()) ?? []
  const share = Number(said.replace(',', '.'))
  const percent = Math.round(share <= 1 && !words.includes('%') ? share * 100 : share)
  return percent >= 10 && percent <= 100 ? percent : null
}

/** Which column stands where; the first of two that say the same. Beside a first name, “Nom” is the family’s. */
export function columnsOf(heading: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>()
  for (const [index, words] of heading.entries()) {
    const column = find(headings, words)
    if (column && !columns.has(column)) columns.set(column, index)
  }
  const name = columns.get('name')
  if (name !== undefined && columns.has('given') && !columns.has('family')) {
    columns.delete('name')
    columns.set('family', name)
  }
  return columns
}
