/** As much of it as the tests use: the package has no types. */
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export function decodeList(input: {
    encodedList: string
  }): Promise<{ length: number; getStatus: (index: number) => boolean }>
}
