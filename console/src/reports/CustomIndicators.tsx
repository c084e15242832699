import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, SelectOptions, TextField, useFields } from '../ui/Field';
import { Dialog, saved } from '../ui/overlays';
import { Badge, Empty, QueryState } from '../ui/State';
import { SureButton } from '../ui/SureDialog';
import { Code, Fact } from '../ui/text';
import { useCustomIndicators } from './queries';
import css from './reports.module.css';
import type { CustomIndicator, IndicatorView } from './types';

const root = '/api/reports/custom-indicators';

/** The indicators that the province's analyst defines of others; everybody else reads what they are made of. */
export function CustomIndicators({ known }: { known: readonly IndicatorView[] }) {
  const mayDefine = may(useUser(), 'defineIndicators');
  const client = useQueryClient();
  const changed = () => client.invalidateQueries({ queryKey: ['reports', 'custom'] });
  const found = useCustomIndicators();
  const [form, setForm] = useState<CustomIndicator | 'new' | null>(null);
  const close = () => setForm(null);
  return (
    <section className="panel stack" id="custom-indicators">
      <h2>{t('reports.custom')}</h2>
      <p className="hint">{t('reports.customLead')}</p>
      {mayDefine && <Button icon="add" label={t('reports.define')} onClick={() => setForm('new')} />}
      <QueryState query={found} />
      {found.data?.length === 0 && <Empty icon="figures" title={t('reports.noCustom')} />}
      {found.data?.map((each) => (
        <article key={each.id} className={css.indicator}>
          <h3>
            <bdi>{each.name}</bdi> <Code>{each.code}</Code> {each.retired && <Badge tone="mute">{t('reports.retired')}</Badge>}
          </h3>
          <dl className="facts">
            <Fact label={t('reports.numerator')}>
              <bdi>{each.numeratorName}</bdi>
            </Fact>
            <Fact label={t('reports.denominator')}>
              <bdi>{each.denominatorName}</bdi>
            </Fact>
            <Fact label={t('reports.version')}>{t('reports.versionOf', { number: each.version })}</Fact>
          </dl>
          {mayDefine && !each.retired && (
            <div className="actions">
              <Button small label={t('reports.changeCustom')} onClick={() => setForm(each)} />
              <SureButton
                small
                label={t('reports.retire')}
                sure={t('reports.retireSure', { name: each.name })}
                send={() => json(`${root}/${each.id}/retirement`, { method: 'POST', body: { version: each.version } })}
                done={() => void changed()}
              />
            </div>
          )}
        </article>
      ))}
      <Dialog open={form !== null} onClose={close} title={form === 'new' ? t('reports.define') : t('reports.changeCustom')}>
        {form !== null && <DefinitionForm known={known} before={form === 'new' ? null : form} onDone={saved(changed, close)} />}
      </Dialog>
    </section>
  );
}

interface FormProps {
  known: readonly IndicatorView[];
  before: CustomIndicator | null;
  onDone: (made: CustomIndicator) => unknown;
}

function DefinitionForm({ known, before, onDone }: FormProps) {
  const [draft, set] = useFields({
    nameVi: before?.nameVi ?? '',
    nameEn: before?.nameEn ?? '',
    nameAr: before?.nameAr ?? '',
    numerator: before?.numerator ?? '',
    numeratorPart: before?.numeratorPart ?? '',
    denominator: before?.denominator ?? '',
    denominatorPart: before?.denominatorPart ?? '',
  });
  const definition = Object.fromEntries(Object.entries(draft).map(([name, text]) => [name, text.trim() || null]));
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (draft.nameVi.trim().length < 3) found.push({ field: 'nameVi', message: t('reports.customNameMissing') });
      if (!draft.numerator) found.push({ field: 'numerator', message: t('reports.numeratorMissing') });
      if (!draft.denominator) found.push({ field: 'denominator', message: t('reports.denominatorMissing') });
      return found;
    },
    send: () =>
      before
        ? json<CustomIndicator>(`${root}/${before.id}/versions`, { method: 'POST', body: { version: before.version, definition } })
        : json<CustomIndicator>(root, { method: 'POST', body: definition }),
    done: onDone,
    idOf: (field) => field.replace(/^definition\./, ''),
  });
  const { wrong } = command;
  const field = fieldsOf(draft, wrong, set);
  const counts = known.filter((each) => each.kind === 'EVENTS' || each.kind === 'STATE');
  return (
    <CommandForm command={command}>
      <TextField {...field('nameVi')} label={t('reports.nameVi')} maxLength={120} />
      <TextField {...field('nameEn')} label={t('reports.nameEn')} maxLength={120} optional />
      <TextField {...field('nameAr')} label={t('reports.nameAr')} maxLength={120} optional />
      {(['numerator', 'denominator'] as const).map((term) => {
        const parts = counts.find((each) => each.code === draft[term])?.parts ?? [];
        return (
          <div key={term} className={css.choices}>
            <Choose<string>
              id={term}
              label={term === 'numerator' ? t('reports.numerator') : t('reports.denominator')}
              none="–"
              value={draft[term]}
              error={wrong(term)}
              onText={(code) => set(term === 'numerator' ? { numerator: code, numeratorPart: '' } : { denominator: code, denominatorPart: '' })}
            >
              {[...new Set(counts.map((each) => each.topic))].map((topic) => (
                <optgroup key={topic} label={tCode('reports.topic', topic)}>
                  <SelectOptions of={counts.filter((each) => each.topic === topic)} words={(each) => each.name} />
                </optgroup>
              ))}
            </Choose>
            {parts.length > 0 && <Choose {...field(`${term}Part`)} label={t('reports.axis.KIND')} none={t('reports.allKinds')} of={parts} words={(each) => each.name} />}
          </div>
        );
      })}
    </CommandForm>
  );
}
