import { expect } from 'vitest'
import type { z } from 'zod'
import type { Endpoint } from '#platform/http/endpoint'
import type { Person } from '../organization.ts'

type List = Endpoint & { returns: z.ZodType<{ items: unknown[]; next: string | null }> }

/** What a list holds, read in pages of one, which is what it holds when it is read at once. */
export async function whole(who: Person, list: Endpoint): Promise<unknown[]> {
  const read = (query: object) => who.does(list as List, { query } as never)
  const all: unknown[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Awaited<ReturnType<typeof read>> = await read({ limit: 1, ...(after && { after }) })
    all.push(...page.items)
    after = page.next
  }
  expect((await read({ limit: 100 })).items).toEqual(all)
  return all
}
