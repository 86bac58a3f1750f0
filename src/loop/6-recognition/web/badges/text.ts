import { textOf } from '#ui'
import type en from '../../badges/messages/en.json'

export const useText = textOf<typeof en>()
