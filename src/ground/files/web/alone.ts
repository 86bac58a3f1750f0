/** What this window has begun to send. */
const ours = new Set<string>()
/** What it sends at this moment. */
const underWay = new Set<string>()

/** Takes a name for this window until it is closed; false where another window has it. */
const take = (name: string) =>
  new Promise<boolean>((resolve, reject) => {
    const hold = (lock: Lock | null) => {
      resolve(lock !== null)
      return lock && new Promise<never>(() => undefined)
    }
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject)
  })

/**
 * Works on something that only one may work on: `isAlone` is false where another window that is open has begun with it, or
 * this one works on it already.
 */
export async function alone<Result>(
  name: string,
  work: (isAlone: boolean) => Promise<Result>,
): Promise<Result> {
  if (underWay.has(name)) return work(false)
  underWay.add(name)
  try {
    if (!ours.has(name) && !(await take(name))) return await work(false)
    ours.add(name)
    return await work(true)
  } finally {
    underWay.delete(name)
  }
}
