import type { LogItem } from './types';

/** The same act several times in a row; the newest first. */
export type Group = readonly [LogItem, ...LogItem[]];

const alike = (a: LogItem, b: LogItem): boolean => a.type === b.type && a.refused === b.refused && a.actor?.id === b.actor?.id && a.summary === b.summary && a.objectCode === b.objectCode;

/** Puts neighbours of the same kind, person and words together. Nothing is left out. */
export function grouped(items: readonly LogItem[]): Group[] {
  const groups: [LogItem, ...LogItem[]][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && alike(last[0], item)) last.push(item);
    else groups.push([item]);
  }
  return groups;
}
