import { textOf } from '#ui'
import type en from '../../boards/messages/en.json'

export const useText = textOf<typeof en>()
