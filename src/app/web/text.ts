import { textOf } from '#ui'
import type en from '../messages/en.json'

/** The words of the shell and of the pages that mix stages. */
export const useText = textOf<typeof en>()
