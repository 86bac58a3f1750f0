/** Runs what it is given, `atOnce` pieces at a time; the others wait in line, first come, first served. */
export function takingTurns(atOnce: number): <T>(work: () => Promise<T>) => Promise<T> {
  let free = atOnce
  const line: (() => void)[] = []
  const enter = async () => {
    if (free === 0) return new Promise<void>((resolve) => line.push(resolve))
    free -= 1
  }
  const leave = () => {
    const next = line.shift()
    if (next) next()
    else free += 1
  }
  return async (work) => {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
