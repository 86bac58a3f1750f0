import type en from '../messages/en.json'
import { textOf } from './text-provider.tsx'

/** The design system's own words. */
export const useText = textOf<typeof en>()
