import { textOf } from '#ui'
import type en from './samples.en.json'

/** The words of the examples. They travel with this page only, not with every reader's dictionary. */
export const useText = textOf<typeof en>()
