import { Monitor, Moon, Sun } from 'lucide-react'
import { SegmentedControl } from '../actions/segmented-control.tsx'
import { useText } from '../text/use-text.ts'
import { useTheme } from './theme.ts'

/** Light, dark, or as the device says. */
export function ThemeToggle({ isIconOnly = true }: { isIconOnly?: boolean }) {
  const t = useText()
  const [theme, setTheme] = useTheme()
  return (
    <SegmentedControl
      label={t('ui.theme')}
      isIconOnly={isIconOnly}
      value={theme}
      onChange={setTheme}
      items={[
        { id: 'light', label: t('ui.theme.light'), icon: Sun },
        { id: 'dark', label: t('ui.theme.dark'), icon: Moon },
        { id: 'system', label: t('ui.theme.system'), icon: Monitor },
      ]}
    />
  )
}
