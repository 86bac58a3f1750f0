import { textOf } from '#ui'
import type en from '../../rewards/messages/en.json'

export const useText = textOf<typeof en>()
