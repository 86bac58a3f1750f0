import { useTimeZone } from '#ui'

/** The reader’s time zone, by its IANA name. */
export const useZone = (): string => useTimeZone() ?? Intl.DateTimeFormat().resolvedOptions().timeZone
