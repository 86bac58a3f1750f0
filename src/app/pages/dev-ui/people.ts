import type { Choice } from '#ui'

/** Names to show faces with. */
export const people = [
  { id: 'member-01', name: 'Tomas Lindqvist' },
  { id: 'member-02', name: 'Amara Okafor' },
  { id: 'member-03', name: 'Hana Kim' },
  { id: 'member-04', name: 'Yusuf Demir' },
  { id: 'member-05', name: 'Priya Nair' },
  { id: 'member-06', name: '田中 美咲' },
  { id: 'member-07', name: 'Élodie Marchand' },
  { id: 'member-08', name: 'Lena Vogt' },
] as const

/** Groups to show emblems with. */
export const groups = [
  { id: 'metrology', name: 'Metrology', colour: 'pine', glyph: 'gauge' },
  { id: 'service', name: 'Field service', colour: 'amber', glyph: 'truck' },
  { id: 'office', name: 'Office', colour: 'slate', glyph: 'building-2' },
  { id: 'design', name: 'Design', colour: 'plum', glyph: 'pen-tool' },
  { id: 'garden', name: 'Garden', colour: 'moss', glyph: 'leaf' },
  { id: 'trade', name: 'Trade', colour: 'sea', glyph: 'globe' },
  { id: 'workshop', name: 'Workshop', colour: 'clay', glyph: 'wrench' },
  { id: 'oslo', name: 'Oslo branch', colour: 'ochre', glyph: 'a-glyph-we-do-not-have' },
] as const

/** Finds people as a server would: after a while, by any part of their name. */
export async function findPeople(query: string, signal: AbortSignal): Promise<Choice[]> {
  await new Promise((resolve) => setTimeout(resolve, 250))
  signal.throwIfAborted()
  return people
    .filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()))
    .map(({ id, name }) => ({ id, label: name }))
}

/** Finds nobody, as while the line is down. */
export async function findNobody(): Promise<Choice[]> {
  throw new Error('The line is down.')
}
