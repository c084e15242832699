import { useQuery } from '@tanstack/react-query';
import type * as Api from '#api';
import { json, query } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import type { Page } from '../api/types';
import { AreaField } from '../areas/AreaField';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { NotYetTold } from '../time/quarters';
import { useAddress } from '../ui/address';
import { DataTable } from '../ui/DataTable';
import { Choose } from '../ui/Field';
import { FieldsForm } from '../ui/FieldsForm';
import { DialogButton } from '../ui/overlays';
import { Failure, Loading, Notice } from '../ui/State';
import { Code, Name, numberText, PageFrame } from '../ui/text';
import { Tabs } from './tabs';

type Fee = Api.MediationFee;

interface Sheet {
  /** The day from which a quarter is told that is not over; null of others. */
  nextOn: string | null;
  lines: { mediatorId: string; name: string; code: string; on: string; outcome: string; dong: number | null }[];
  dong: number;
  missing: number;
  unchecked: number;
}

const outcomes = ['AGREED', 'NOT_AGREED', 'STOPPED'] as const;

/** What mediators get for a mediation, and what a quarter of a village comes to. */
export function FeesPage() {
  const user = useUser();
  return (
    <PageFrame title={t('mediation.fees')} lead={t('mediation.feesLead')} below={<Tabs />}>
      <div className="stack">
        {!may(user, 'changeMediationFees') && <QuarterSheet />}
        <Rules keeps={may(user, 'changeMediationFees')} />
      </div>
    </PageFrame>
  );
}

function QuarterSheet() {
  const [search, change] = useAddress();
  const villageId = search.get('villageId') ?? '';
  const year = search.get('year') ?? String(new Date().getFullYear() - 1);
  const quarter = search.get('quarter') ?? '4';
  const sheet = useQuery({
    enabled: villageId !== '',
    queryKey: ['mediationFees', villageId, year, quarter],
    queryFn: () => json<Sheet>(`/api/mediation-fees/sheet${query({ villageId, year, quarter })}`),
    retry: false,
  });
  return (
    <section className="panel stack">
      <h2>{t('mediation.feeSheet')}</h2>
      <div className="form-row">
        <AreaField id="villageId" label={t('mediation.colVillage')} value={villageId} onText={(value) => change({ villageId: value })} />
        <Choose
          id="quarter"
          label={t('mediation.feeQuarter')}
          of={quarters()}
          code={([y, q]) => `${y}-${q}`}
          words={([y, q]) => `${q}/${y}`}
          value={`${year}-${quarter}`}
          onText={(picked) => {
            const [y, q] = picked.split('-');
            change({ year: y ?? null, quarter: q ?? null });
          }}
        />
      </div>
      {villageId !== '' && sheet.isLoading && <Loading />}
      {sheet.error && <Failure failure={sheet.error} />}
      {sheet.data?.nextOn && <NotYetTold nextOn={sheet.data.nextOn} />}
      {sheet.data && !sheet.data.nextOn && (
        <>
          {sheet.data.missing > 0 && <Notice tone="warn" title={t('mediation.feeMissing', { count: sheet.data.missing })} />}
          {sheet.data.unchecked > 0 && <Notice tone="warn" title={t('mediation.feeUnchecked', { count: sheet.data.unchecked })} />}
          <DataTable heads={[t('mediation.mediator'), t('mediation.feeCase'), t('mediation.bookOutcome'), t('mediation.feeDong')]}>
            {sheet.data.lines.map((each) => (
              <tr key={each.code}>
                <th scope="row">
                  <Name>{each.name}</Name>
                </th>
                <td>
                  <Code>{each.code}</Code> <Code>{dayText(each.on)}</Code>
                </td>
                <td>{tCode('mediation.bookOutcomes', each.outcome)}</td>
                <td>{each.dong === null ? '–' : numberText(each.dong)}</td>
              </tr>
            ))}
          </DataTable>
          <p>{t('mediation.feeTotal', { dong: numberText(sheet.data.dong) })}</p>
        </>
      )}
    </section>
  );
}

/** Those that are over, of this year and the two before, the last one first. */
function quarters(): [number, number][] {
  const today = new Date();
  const present = today.getFullYear() * 4 + Math.floor(today.getMonth() / 3);
  return Array.from({ length: 8 }, (_, index) => present - 1 - index).map((each) => [Math.floor(each / 4), (each % 4) + 1]);
}

function Rules({ keeps }: { keeps: boolean }) {
  const fees = useQuery({ queryKey: ['mediationFees', 'rules'], queryFn: async () => (await json<Page<Fee>>('/api/mediation-fees')).items });
  return (
    <section className="panel stack">
      <h2>{t('mediation.feeRules')}</h2>
      {fees.error && <Failure failure={fees.error} />}
      {fees.data?.length === 0 && <p>{t('mediation.feeNone')}</p>}
      <ul className="plain-list">
        {(fees.data ?? []).map((each) => (
          <li key={each.id}>
            <Code>{dayText(each.from)}</Code> · {tCode('mediation.bookOutcomes', each.outcome)} · {numberText(each.dong)} · <bdi>{each.source}</bdi>{' '}
            {!each.checked && `(${t('mediation.feeNotChecked')})`}
          </li>
        ))}
      </ul>
      {keeps && (
        <p>
          <DialogButton icon="add" label={t('mediation.feeAdd')}>
            {(close) => (
              <FieldsForm
                path="/api/mediation-fees"
                stale="mediationFees"
                questions={[
                  { name: 'from', label: t('mediation.feeFrom'), hint: t('teams.fDayHint'), kind: 'day' },
                  { name: 'outcome', label: t('mediation.bookOutcome'), kind: 'choice', choices: outcomes.map((each) => [each, tCode('mediation.bookOutcomes', each)] as const) },
                  { name: 'dong', label: t('mediation.feeDong'), kind: 'number' },
                  { name: 'source', label: t('mediation.feeSource'), kind: 'text' },
                  { name: 'checked', label: t('mediation.feeCompared'), kind: 'yes' },
                ]}
                onDone={close}
              />
            )}
          </DialogButton>
        </p>
      )}
    </section>
  );
}
