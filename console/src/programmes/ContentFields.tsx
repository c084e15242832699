import { t } from '../i18n/text';
import { Button } from '../ui/Button';
import type { Mistake } from '../ui/ErrorSummary';
import { Checks, Choose, TextArea, TextField } from '../ui/Field';
import { Lines } from './Lines';
import css from './programmes.module.css';
import { type Content, indicators, type Partner, partnerKinds } from './types';

/** What a programme consists of. The controls bear the names that the server gives to the fields. */
export function ContentFields({ content, onChange, wrong }: { content: Content; onChange: (content: Content) => void; wrong: (field: string) => string | undefined }) {
  const set = (part: Partial<Content>) => onChange({ ...content, ...part });
  const setPartner = (index: number, part: Partial<Partner>) => set({ partners: content.partners.map((each, place) => (place === index ? { ...each, ...part } : each)) });
  return (
    <>
      <TextArea id="content.goal" label={t('programmes.goal')} rows={3} error={wrong('content.goal')} value={content.goal} onText={(goal) => set({ goal })} />
      <Lines id="content.rules" label={t('programmes.rules')} lines={content.rules} onChange={(rules) => set({ rules })} wrong={wrong} />
      <Lines id="content.criteria" label={t('programmes.criteria')} hint={t('programmes.criteriaHint')} lines={content.criteria} onChange={(criteria) => set({ criteria })} wrong={wrong} />
      <fieldset className="field" id="content.partners" tabIndex={-1}>
        <legend>{t('programmes.partners')}</legend>
        <p className="hint">{t('programmes.partnersHint')}</p>
        {content.partners.map((partner, index) => (
          <div className={`form-row ${css.partnerRow}`} key={index}>
            <Choose
              id={`content.partners[${index}].kind`}
              label={t('programmes.partnerKind')}
              of={partnerKinds}
              words="programmes.partner"
              value={partner.kind}
              onText={(kind) => setPartner(index, { kind })}
            />
            <TextField
              id={`content.partners[${index}].name`}
              label={t('programmes.partnerName')}
              optional
              error={wrong(`content.partners[${index}].name`)}
              value={partner.name ?? ''}
              onText={(name) => setPartner(index, { name })}
            />
            <TextField
              id={`content.partners[${index}].office`}
              label={t('programmes.office')}
              optional
              error={wrong(`content.partners[${index}].office`)}
              value={partner.office ?? ''}
              onText={(office) => setPartner(index, { office })}
            />
            <Button small kind="quiet" label={t('programmes.takeOut')} onClick={() => set({ partners: content.partners.filter((_, place) => place !== index) })} />
          </div>
        ))}
        <Button small icon="add" label={t('programmes.addPartner')} onClick={() => set({ partners: [...content.partners, { kind: 'FRONT', name: null, office: null }] })} />
      </fieldset>
      <Checks
        id="content.indicators"
        label={t('programmes.indicators')}
        hint={t('programmes.indicatorsHint')}
        error={wrong('content.indicators')}
        of={indicators}
        chosen={content.indicators}
        words="programmes.indicator"
        onChoose={(indicators) => set({ indicators })}
      />
    </>
  );
}

export function contentMistakes(content: Content): Mistake[] {
  const found: Mistake[] = [];
  if (!content.goal.trim()) found.push({ field: 'content.goal', message: t('programmes.goalMissing') });
  for (const list of ['rules', 'criteria'] as const) {
    content[list].forEach((line, index) => {
      if (!line.trim()) found.push({ field: `content.${list}[${index}]`, message: t('programmes.lineMissing', { number: index + 1 }) });
    });
  }
  if (content.criteria.length === 0) found.push({ field: 'content.criteria', message: t('programmes.criteriaMissing') });
  if (content.indicators.length === 0) found.push({ field: 'content.indicators', message: t('programmes.indicatorsMissing') });
  return found;
}

export function contentBody(content: Content): Content {
  return { ...content, partners: content.partners.map((each) => ({ kind: each.kind, name: each.name?.trim() || null, office: each.office?.trim() || null })) };
}
