/** Tells links how the app changes pages: `<LinkProvider navigate={navigate} useHref={useHref}>`, once. */
export { RouterProvider as LinkProvider } from 'react-aria-components'
