const channel = 'anbinh.signed-in';

/** Tells the windows that wait for it that somebody signed in. */
export function tellReturned(): void {
  const told = new BroadcastChannel(channel);
  told.postMessage(true);
  told.close();
}

/** Hears of it; returns how to stop. */
export function onReturned(listener: () => void): () => void {
  const heard = new BroadcastChannel(channel);
  heard.onmessage = listener;
  return () => heard.close();
}
