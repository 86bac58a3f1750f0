export interface LogoProps {
  size?: number
  /** The name read aloud; leave out where the name stands beside it. */
  label?: string
}

/** The mark: four stones, one on the other. */
export function Logo({ size = 28, label }: LogoProps) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by aria-label, or hidden where its name stands beside it
    <svg
      className="ui-logo"
      width={size}
      height={size}
      viewBox="0 0 28 28"
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      <path
        className="ui-logo-1"
        d="M3.2 22.6c.3-2.7 5-4.2 11-4.1 6.2.1 10.7 1.7 10.8 4.4.1 2.5-4.6 3.9-10.9 3.8-6.5-.1-11.2-1.6-10.9-4.100z"
      />
      <path
        className="ui-logo-2"
        d="M5.2 15.200c.1-2.3 3.5-3.5 8-3.4 4.6.1 7.9 1.5 7.8 3.7-.1 2.1-3.6 3.2-8 3.1-4.5-.1-7.9-1.4-7.8-3.400z"
      />
      <path
        className="ui-logo-3"
        d="M9.3 9.100c.2-1.8 2.5-2.8 5.5-2.6 3 .1 5.2 1.3 5.1 3-.1 1.7-2.5 2.5-5.4 2.4-3-.1-5.4-1.2-5.2-2.800z"
      />
      <path
        className="ui-logo-4"
        d="M10.7 4.100c.1-1.4 1.5-2.2 3.2-2.1 1.7.1 3 1 2.9 2.3-.1 1.3-1.5 1.9-3.2 1.8-1.7-.1-3-.900-2.9-2z"
      />
    </svg>
  )
}
