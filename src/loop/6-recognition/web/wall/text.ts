import { textOf } from '#ui'
import type en from '../../wall/messages/en.json'

export const useText = textOf<typeof en>()
