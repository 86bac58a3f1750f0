import { textOf } from '#ui'
import type en from '../../bonus/messages/en.json'

export const useText = textOf<typeof en>()
