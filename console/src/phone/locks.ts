/** Locks among the windows and the worker of this browser; null in one that has none, where windows are not held apart. */
export const locks = (): LockManager | null => (globalThis.navigator as Partial<Navigator> | undefined)?.locks ?? null;
