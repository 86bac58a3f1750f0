import { Radar } from '#leader/web/index.tsx'
import { ToGreet } from '#volunteers/web/index.tsx'

/** Leading: who waits for a greeting, and who helps others most. */
export const Component = () => <Radar first={<ToGreet />} />
