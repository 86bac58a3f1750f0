import { evenly } from '#platform/evenly'
import { quantile } from './review/measures.ts'

/** Milliseconds of reads of the site: in the median, and of 99 of 100. */
export interface Reads {
  median: number
  p99: number
}

/**
 * Reads pages in turn, so many a second at an even pace, each begun in its time whatever became of those before it. Throws
 * when one is not answered well.
 */
export async function readEvenly(
  pages: readonly string[],
  { cookie, seconds, rate }: { cookie: string; seconds: number; rate: number },
): Promise<Reads> {
  const took: number[] = []
  const read = async (page: string) => {
    const begun = performance.now()
    const answer = await fetch(page, { headers: { cookie } })
    if (!answer.ok) throw new Error(`The site answered ${answer.status} to ${page}.`)
    await answer.arrayBuffer()
    took.push(performance.now() - begun)
  }
  const underWay: Promise<void>[] = []
  const next = evenly(1000 / rate)
  for (let turn = 0; turn < seconds * rate; turn += 1) {
    underWay.push(read(pages[turn % pages.length] ?? ''))
    await next()
  }
  await Promise.all(underWay)
  took.sort((a, b) => a - b)
  return { median: quantile(took, 0.5), p99: quantile(took, 0.99) }
}
