import { numberText } from './text';

/** How much waits, beside a section's name: nothing for 0; `label` says it in words. */
export function RailCount({ count, label, loud = false }: { count: number; label: string; loud?: boolean }) {
  if (count === 0) return null;
  return (
    <span className={loud ? 'rail-count rail-count-loud' : 'rail-count'} role="status" aria-label={label}>
      {numberText(count)}
    </span>
  );
}
