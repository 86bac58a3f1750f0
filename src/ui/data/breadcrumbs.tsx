import { ChevronRight } from 'lucide-react'
import { Link } from '../actions/link.tsx'
import { useText } from '../text/use-text.ts'

/** Where the page stands; the last one may be the page itself, without `href`. */
export function Breadcrumbs({ items }: { items: readonly { label: string; href?: string }[] }) {
  const t = useText()
  return (
    <nav aria-label={t('ui.breadcrumbs')}>
      <ol className="ui-breadcrumbs">
        {items.map(({ label, href }, position) => (
          <li key={label}>
            {position > 0 && <ChevronRight size={14} aria-hidden="true" />}
            {href ? (
              <Link href={href} isQuiet>
                {label}
              </Link>
            ) : (
              <span aria-current="page">{label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
