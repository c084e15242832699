import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');
export const languages = ['vi', 'en', 'ar'] as const;

/** Every message with its texts, by full key. */
export function allMessages(): Map<string, string[]> {
  const messages = new Map<string, string[]>();
  for (const file of readdirSync(join(root, 'messages'))) {
    const entries = JSON.parse(readFileSync(join(root, 'messages', file), 'utf8')) as Record<string, string[]>;
    for (const [key, texts] of Object.entries(entries)) messages.set(`${file.slice(0, -5)}.${key}`, texts);
  }
  return messages;
}

export function sources(folder = join(root, 'src')): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? sources(join(folder, entry.name)) : [join(folder, entry.name)]));
}
