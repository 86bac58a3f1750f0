/** A fingerprint of a file is reckoned in parts of so many bytes, in the browser and on the server alike. */
export const fingerprintPart = 1024 * 1024
