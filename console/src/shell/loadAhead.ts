import { useEffect } from 'react';
import { loadRest } from '../i18n/text';
import { pages } from '../pages';
import type { Section } from './sections';

/** As long as a page that was just opened may need the line for itself. */
const calmMs = 1_000;

/** Loads the pages of somebody's menu, one after the other, before they are opened. A line that breaks ends it. */
export function useLoadAhead(sections: readonly Section[]): void {
  const paths = sections.map(({ path }) => path.slice(1)).join(' ');
  useEffect(() => {
    let ended = false;
    const load = async () => {
      await loadRest();
      for (const path of paths.split(' ')) {
        if (ended) return;
        await pages[path === 'wall' ? 'wall/:layout' : path]?.[1]();
      }
    };
    const timer = setTimeout(() => void load().catch(() => {}), calmMs);
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [paths]);
}
