import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { readNumber } from '../standard/RegisterUnitPage';
import { CommuneField, useCommune } from '../teams/work/words';
import { Moment, useSiteTime } from '../time/site';
import { zonedFields } from '../time/zone';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Choose, Select, TextField } from '../ui/Field';
import { unnamed, useMistakes } from '../ui/mistakes';
import { toast } from '../ui/overlays';
import { Empty, Failure, Loading } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import css from './programmes.module.css';
import { useNumberHistory, useNumbers, useProgrammesChanged } from './queries';
import { enteredIndicators, type Indicator, type IndicatorLine, type SourceKind, sourceKinds } from './types';
import { Tabs } from './words';

const quartersBack = 12;

/** Numbers that records here do not have, for all villages of a commune and a quarter at once: what is compared needs those without a programme too. */
export function NumbersPage() {
  const user = useUser();
  const { zone, now } = useSiteTime();
  const [search, change] = useAddress();
  const today = zonedFields(now(), zone);
  const last = today.year * 4 + Math.floor((today.month - 1) / 3) - 1;
  const quarters = Array.from({ length: quartersBack }, (_, back) => last - back);
  const at = Number(search.get('at') ?? last);
  const indicator = enteredIndicators.find((each) => each === search.get('indicator')) ?? enteredIndicators[0]!;
  // Of a whole province there is none until one is chosen.
  const commune = useCommune();
  const communeId = commune ?? '';
  const numbers = useNumbers(communeId, indicator, Math.floor(at / 4), (at % 4) + 1);
  const keeps = may(user, 'keepProgrammes');
  return (
    <PageFrame title={t('programmes.numbers')} lead={t('programmes.numbersLead')} below={<Tabs />}>
      <div className={`toolbar ${css.programmeFilters}`}>
        <Select aria-label={t('programmes.indicatorLabel')} of={enteredIndicators} words="programmes.indicator" value={indicator} onText={(indicator) => change({ indicator })} />
        <Select
          aria-label={t('programmes.quarter')}
          of={quarters}
          words={(each) => t('programmes.quarterOf', { quarter: (each % 4) + 1, year: String(Math.floor(each / 4)) })}
          value={at}
          onText={(at) => change({ at })}
        />
        <CommuneField commune={commune ?? null} />
      </div>
      {(commune === undefined || (numbers.isPending && communeId !== '')) && <Loading />}
      {commune === null && <Empty icon="search" title={t('programmes.chooseCommune')} />}
      {numbers.error && <Failure failure={numbers.error} retry={() => void numbers.refetch()} />}
      {numbers.data && <Form key={`${communeId} ${indicator} ${at}`} lines={numbers.data} communeId={communeId} indicator={indicator} at={at} keeps={keeps} />}
    </PageFrame>
  );
}

function Form({ lines, communeId, indicator, at, keeps }: { lines: IndicatorLine[]; communeId: string; indicator: Indicator; at: number; keeps: boolean }) {
  const changed = useProgrammesChanged();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const [source, setSource] = useState(lines.find((each) => each.source)?.source ?? '');
  const [sourceKind, setSourceKind] = useState<SourceKind>(lines.find((each) => each.sourceKind)?.sourceKind ?? 'POLICE');
  const [reason, setReason] = useState('');
  const { summary, wrong, tell, tellNamed } = useMistakes();
  const text = (line: IndicatorLine) => typed[line.areaId] ?? line.value?.toString() ?? '';
  const was = (line: IndicatorLine) => line.value?.toString() ?? '';
  // What was emptied is withdrawn.
  const sent = lines.filter((line) => text(line).trim() !== was(line));
  const replaces = sent.some((line) => line.number !== null);
  const quarter = { year: Math.floor(at / 4), quarter: (at % 4) + 1 };
  const save = useMutation({
    mutationFn: () =>
      json<void>('/api/programme-indicators', {
        method: 'POST',
        body: {
          communeId,
          indicator,
          ...quarter,
          sourceKind,
          source: source.trim(),
          reason: replaces ? reason.trim() : null,
          values: sent.map((line) => ({ areaId: line.areaId, value: text(line).trim() === '' ? null : readNumber(text(line)), replaces: line.number })),
        },
      }),
    onSuccess: changed,
  });
  /** Forgets what was sent; what was typed meanwhile stays. */
  const saved = () => {
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([areaId, value]) => value !== typed[areaId])));
    setReason((now) => (now === reason ? '' : now));
    toast(t('app.saved'));
  };
  /** Tells at which of the numbers that were sent what is wrong. */
  const refused = (failure: Error) => tellNamed(failure, (field) => (field === 'source' || field === 'reason' ? field : `value-${sent[Number(/\d+/.exec(field)?.[0])]?.areaId ?? field}`));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found: Mistake[] = [];
    if (!source.trim()) found.push({ field: 'source', message: t('programmes.sourceMissing') });
    for (const line of sent) {
      if (text(line).trim() !== '' && readNumber(text(line)) === null) found.push({ field: `value-${line.areaId}`, message: t('programmes.numberWrong', { area: line.areaName }) });
    }
    if (replaces && !reason.trim()) found.push({ field: 'reason', message: t('programmes.reasonMissing') });
    if (sent.length === 0) found.push({ field: `value-${lines[0]?.areaId ?? ''}`, message: t('programmes.nothingEntered') });
    tell(found);
    if (found.length === 0) save.mutate(undefined, { onSuccess: saved, onError: refused });
  };
  const failure = unnamed(save.error);
  return (
    <form className="form panel" onSubmit={submit} noValidate>
      <ErrorSummary {...summary} />
      {failure && <Failure failure={failure} />}
      <Choose id="sourceKind" label={t('programmes.sourceKindLabel')} disabled={!keeps} of={sourceKinds} words="programmes.sourceKind" value={sourceKind} onText={setSourceKind} />
      <TextField id="source" disabled={!keeps} label={t('programmes.source')} hint={t('programmes.sourceHint')} error={wrong('source')} value={source} onText={setSource} />
      <div className={css.numberRows}>
        {lines.map((line) => (
          <div key={line.areaId}>
            <TextField
              id={`value-${line.areaId}`}
              label={line.areaName}
              hint={line.source ? t('programmes.from', { source: line.source }) : undefined}
              disabled={!keeps}
              code
              inputMode="numeric"
              autoComplete="off"
              error={wrong(`value-${line.areaId}`)}
              value={text(line)}
              onText={(text) => setTyped({ ...typed, [line.areaId]: text })}
            />
            {line.number !== null && <NumberHistory communeId={communeId} areaId={line.areaId} indicator={indicator} at={quarter} />}
          </div>
        ))}
      </div>
      {keeps && (
        <>
          {replaces && <TextField id="reason" label={t('programmes.correctionReason')} error={wrong('reason')} value={reason} onText={setReason} />}
          <p className="hint">{t('programmes.unknownHint')}</p>
          <div className="form-end">
            <Button kind="primary" label={t(save.isPending ? 'app.saving' : 'app.save')} type="submit" disabled={save.isPending} />
          </div>
        </>
      )}
    </form>
  );
}

/** Who entered what, and why it was replaced or withdrawn. */
function NumberHistory({ communeId, areaId, indicator, at }: { communeId: string; areaId: string; indicator: Indicator; at: { year: number; quarter: number } }) {
  const [open, setOpen] = useState(false);
  const history = useNumberHistory(communeId, areaId, indicator, at, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('programmes.history.numbers')}</summary>
      {history.error && <Failure failure={history.error} />}
      <ol className="plain-list">
        {(history.data ?? []).map((each) => (
          <li key={each.number} className="hint">
            {each.value === null ? t('programmes.noNumber') : <Code>{numberText(each.value)}</Code>} · {tCode('programmes.sourceKind', each.sourceKind)}: <bdi>{each.source}</bdi> ·{' '}
            <Name>{each.enteredBy.displayName}</Name> · <Moment at={each.enteredAt} />
            {each.reason && (
              <>
                : <bdi>{each.reason}</bdi>
              </>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
