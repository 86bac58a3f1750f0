/** A small cairn beside a path: the drawing of empty places. Decorative. */
export function Stones() {
  return (
    <svg className="ui-stones" viewBox="0 0 200 132" aria-hidden="true">
      <circle className="ui-stones-sun" cx="146" cy="44" r="26" />
      <path className="ui-stones-hill" d="M0 118c30-22 58-26 92-17 40 10 70-2 108-14v45H0z" />
      <ellipse className="ui-stones-shade" cx="88" cy="118" rx="56" ry="7" />
      <path
        className="ui-stones-1"
        d="M40 106c2-12 22-17 49-16 28 1 47 8 46 18-1 9-22 13-48 12-27-1-49-5-47-14z"
      />
      <path
        className="ui-stones-2"
        d="M50 80c1-10 17-14 38-13 22 1 37 7 36 15-1 8-18 11-38 10-21-1-37-5-36-12z"
      />
      <path
        className="ui-stones-3"
        d="M64 57c1-8 12-12 27-11 15 1 26 6 25 13-1 6-13 9-27 8-14-1-26-4-25-10z"
      />
      <path className="ui-stones-4" d="M74 37c1-6 8-9 17-8 9 1 16 4 15 9-1 5-8 7-17 6-9-1-16-2-15-7z" />
    </svg>
  )
}
