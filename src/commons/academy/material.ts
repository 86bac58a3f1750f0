import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'

export type Language = 'en' | 'fr'

/** So many courses the path has. */
export const places = 6

const folder = new URL('../../../content/academy/', import.meta.url)
const read = (path: string): Buffer => readFileSync(fileURLToPath(new URL(path, folder)))

const front = z.object({ title: z.string(), objective: z.string(), tags: z.array(z.string()) })

/** A course of the academy as it comes with Cairn. */
export interface Original extends z.output<typeof front> {
  path: string
  text: string
}

/** The course at a place of the path, from 1, in a language. */
export function originalAt(language: Language, place: number): Original {
  const files = readdirSync(fileURLToPath(new URL(`${language}/`, folder))).sort()
  const name = files.find((file) => file.startsWith(`${place}-`))
  if (!name) throw new Error(`The academy has no course ${place} in ${language}.`)
  const text = read(`${language}/${name}`).toString('utf8')
  return { ...front.parse(parse(text.split(/^---$/m)[1] ?? '')), path: name, text }
}

/** A picture of the academy, by the path that its courses know it by. */
export const pictureAt = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(read(path))
