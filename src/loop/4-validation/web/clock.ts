/** Seconds as a player says them: `0:42`, `1:02:07`. */
export function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  const padded = (part: number) => String(part).padStart(2, '0')
  const end = padded(whole % 60)
  return hours > 0 ? `${hours}:${padded(minutes)}:${end}` : `${minutes}:${end}`
}

/** Seconds from what somebody wrote: `42`, `0:42`, `1:02:07`; null when that is no time. */
export function secondsOf(written: string): number | null {
  if (!/^\d{1,5}(:[0-5]?\d){0,2}$/.test(written.trim())) return null
  return written
    .trim()
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0)
}
