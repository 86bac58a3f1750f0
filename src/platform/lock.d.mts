export function isRunning(pid: number): boolean
export function processName(pid?: number): string
export function isAlive(name: string): boolean
export function withLock<T>(folder: string, work: () => Promise<T> | T, patience?: number): Promise<T>
