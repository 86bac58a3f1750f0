/** The clocks of the machines that the product and its database run on may differ by as much, in milliseconds. */
export const slack = 60_000
