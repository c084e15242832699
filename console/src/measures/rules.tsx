import { useQuery } from '@tanstack/react-query';
import { json } from '../api/client';
import type { Page } from '../api/types';
import { t } from '../i18n/text';
import type { MeasureRule } from './types';

/** What the law says of each kind, the latest first. */
export function useRules() {
  return useQuery({ queryKey: ['measures', 'kinds'], queryFn: async () => (await json<Page<MeasureRule>>('/api/measure-kinds')).items, staleTime: 60_000 });
}

/** How long a measure may be, of minors too where that differs. */
export function Longest({ rule }: { rule: MeasureRule }) {
  return (
    <span>
      {rule.longestMonths === null ? t('measures.asDecided') : t('measures.longestMonths', { count: rule.longestMonths })}
      {rule.longestMonthsMinor !== null && rule.longestMonthsMinor !== rule.longestMonths && <small className="block">{t('measures.longestMinor', { count: rule.longestMonthsMinor })}</small>}
    </span>
  );
}
