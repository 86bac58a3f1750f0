import { textOf } from '#ui'
import type en from '../messages/en.json'

export const useText = textOf<typeof en>()
