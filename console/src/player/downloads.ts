import { call } from '../api/client';

/** Browsers open six connections to a server; some stay free for all else that the page asks. */
const most = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** Loads a whole file, after those that were asked for before; its address in this page. */
export async function download(path: string, signal: AbortSignal): Promise<string> {
  if (running >= most) await new Promise<void>((next) => waiting.push(next));
  else running++;
  try {
    signal.throwIfAborted();
    return URL.createObjectURL(await (await call(path, { signal })).blob());
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
