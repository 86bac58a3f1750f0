/** The month before or after another, such as 2026-10. */
export function monthFrom(month: string, steps: number): string {
  const at = new Date(`${month}-15T12:00:00Z`)
  at.setUTCMonth(at.getUTCMonth() + steps)
  return at.toISOString().slice(0, 7)
}

/** A moment within a month, for writing its name. */
export const within = (month: string): string => `${month}-15T12:00:00Z`
