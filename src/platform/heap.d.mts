export declare const frugal: string[]
