const storageKey = 'anbinh.guided';

function guided(): string[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(read) ? read.map(String) : [];
  } catch {
    return [];
  }
}

/** Who was offered the guide on this device: several people share one. */
export const isGuided = (user: string): boolean => guided().includes(user);

export function noteGuided(user: string): void {
  if (!isGuided(user)) localStorage.setItem(storageKey, JSON.stringify([...guided(), user].slice(-50)));
}
