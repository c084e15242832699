import { t, tCode } from '../i18n/text';
import { Moment } from '../time/site';
import { Name } from '../ui/text';
import type { CriterionItem } from './types';

/** What who appraises said of an answer. */
export function ReviewLine({ item }: { item: CriterionItem }) {
  if (!item.review) return null;
  return (
    <section className="form-group">
      <h3>{t('standard.appraisal')}</h3>
      <p>
        <strong>{tCode('standard.review', item.review.outcome)}</strong>
        {item.review.reason && (
          <>
            {': '}
            <bdi>{item.review.reason}</bdi>
          </>
        )}
      </p>
      <p className="hint">
        <Name>{item.review.by.displayName}</Name> · <Moment at={item.review.at} />
      </p>
    </section>
  );
}
