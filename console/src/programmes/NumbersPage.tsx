import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { json } from '../api/client';
import { may, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { readNumber } from '../standard/RegisterUnitPage';
import { t, tCode } from '../text/text';
import { useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Empty, Failure, Loading } from '../ui/State';
import { SubmitButton } from '../ui/SubmitButton';
import { PageHead, usePageTitle } from '../ui/text';
import { useNumbers, useProgrammesChanged } from './queries';
import { enteredIndicators, type Indicator, type IndicatorLine } from './types';
import { Tabs } from './words';

const quartersBack = 12;

/** Numbers that records here do not have, for all villages of a commune and a quarter at once: what is compared needs those without a programme too. */
export function NumbersPage() {
  usePageTitle(t('programmes.numbers'));
  const user = useUser();
  const { zone, now } = useSiteTime();
  const [search, setSearch] = useSearchParams();
  const today = zonedFields(now(), zone);
  const last = today.year * 4 + Math.floor((today.month - 1) / 3) - 1;
  const quarters = Array.from({ length: quartersBack }, (_, back) => last - back);
  const at = Number(search.get('at') ?? last);
  const indicator = enteredIndicators.find((each) => each === search.get('indicator')) ?? enteredIndicators[0]!;
  const communeId = search.get('commune') ?? user.area?.id ?? '';
  const numbers = useNumbers(communeId, indicator, Math.floor(at / 4), (at % 4) + 1);
  const choose = (changes: Record<string, string>) => setSearch({ at: String(at), indicator, commune: communeId, ...changes }, { replace: true });
  if (!may(user, 'keepProgrammes')) return <Empty icon="lock" title={t('app.forbiddenTitle')}><p>{t('app.forbiddenDetail')}</p></Empty>;
  return (
    <>
      <PageHead title={t('programmes.numbers')} lead={<p>{t('programmes.numbersLead')}</p>}>
        <Tabs />
      </PageHead>
      <div className="toolbar programme-filters">
        <select aria-label={t('programmes.indicatorLabel')} value={indicator} onChange={(event) => choose({ indicator: event.target.value })}>
          {enteredIndicators.map((each) => (
            <option key={each} value={each}>
              {tCode('programmes.indicator', each)}
            </option>
          ))}
        </select>
        <select aria-label={t('programmes.quarter')} value={at} onChange={(event) => choose({ at: event.target.value })}>
          {quarters.map((each) => (
            <option key={each} value={each}>
              {t('programmes.quarterOf', { quarter: (each % 4) + 1, year: String(Math.floor(each / 4)) })}
            </option>
          ))}
        </select>
        <AreaField id="commune" label={t('programmes.commune')} value={communeId} onChange={(id) => choose({ commune: id })} />
      </div>
      {numbers.isPending && communeId !== '' && <Loading />}
      {numbers.error && <Failure failure={numbers.error} retry={() => void numbers.refetch()} />}
      {numbers.data && <Form key={`${communeId} ${indicator} ${at}`} lines={numbers.data} communeId={communeId} indicator={indicator} at={at} />}
    </>
  );
}

function Form({ lines, communeId, indicator, at }: { lines: IndicatorLine[]; communeId: string; indicator: Indicator; at: number }) {
  const changed = useProgrammesChanged();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [source, setSource] = useState(lines.find((each) => each.source)?.source ?? '');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const text = (line: IndicatorLine) => typed[line.areaId] ?? line.value?.toString() ?? '';
  const sent = lines.filter((line) => text(line).trim() !== '' && text(line) !== (line.value?.toString() ?? ''));
  const save = useMutation({
    mutationFn: () =>
      json<void>('/api/programme-indicators', {
        method: 'POST',
        body: { communeId, indicator, year: Math.floor(at / 4), quarter: (at % 4) + 1, source: source.trim(), values: sent.map((line) => ({ areaId: line.areaId, value: readNumber(text(line)), replaces: line.number })) },
      }),
    onSuccess: async () => {
      await changed();
      setTyped({});
      toast(t('app.saved'));
    },
    onError: (failure) => tellNamed(failure, (field) => `value-${sent[Number(/\d+/.exec(field)?.[0])]?.areaId ?? field}`),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!source.trim()) found.push({ field: 'source', message: t('programmes.sourceMissing') });
    for (const line of sent) {
      if (readNumber(text(line)) === null) found.push({ field: `value-${line.areaId}`, message: t('programmes.numberWrong', { area: line.areaName }) });
    }
    if (sent.length === 0) found.push({ field: `value-${lines[0]?.areaId ?? ''}`, message: t('programmes.nothingEntered') });
    tell(found);
    if (found.length === 0) save.mutate();
  };
  const failure = unnamed(save.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <TextField id="source" label={t('programmes.source')} hint={t('programmes.sourceHint')} error={wrong('source')} value={source} onChange={(event) => setSource(event.target.value)} />
      <div className="number-rows">
        {lines.map((line) => (
          <TextField key={line.areaId} id={`value-${line.areaId}`} label={line.areaName} hint={line.source ? t('programmes.from', { source: line.source }) : undefined} code inputMode="numeric" autoComplete="off" error={wrong(`value-${line.areaId}`)} value={text(line)} onChange={(event) => setTyped({ ...typed, [line.areaId]: event.target.value })} />
        ))}
      </div>
      <p className="hint">{t('programmes.unknownHint')}</p>
      <div className="form-end">
        <SubmitButton pending={save.isPending} />
      </div>
    </form>
  );
}
