import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link, Navigate } from 'react-router';
import { json, query } from '../api/client';
import { usePages } from '../api/pages';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useAddress } from '../ui/address';
import { Button, ButtonLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { Dialog } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { SearchBox } from '../ui/SearchBox';
import { Badge, Empty } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { ExemptionForm, TakeBackForm } from './ExemptionForms';
import type { StandardUnit, UnitFigures } from './types';
import { progresses } from './types';
import { ChooseOne, Due, Exceptions, StateBadge, useYear, YearSegments } from './words';

/** The units of a year, how far each is, and what is due next. */
export function StandardPage() {
  const user = useUser();
  const year = useYear();
  const [search, change] = useAddress();
  const progress = search.get('progress') ?? 'ALL';
  const q = search.get('q') ?? '';
  const allowed = may(user, 'standardUnits');
  const units = usePages<StandardUnit>('/api/standard/units', ['standard', 'list'], { year, progress: progress === 'ALL' ? null : progress, q: useDeferredValue(q) }, { enabled: allowed });
  const figures = useQuery({
    enabled: allowed,
    queryKey: ['standard', 'list', 'figures', year],
    queryFn: () => json<UnitFigures>(`/api/standard/units/figures${query({ year })}`),
  });
  if (!allowed) return <Navigate to={may(user, 'standardCounts') ? '/standard/communes' : '/standard/criteria'} replace />;
  return (
    <PageFrame
      title={t('standard.title')}
      lead={
        <>
          <p>{t('standard.lead')}</p>
          {figures.data && <FiguresLine figures={figures.data} />}
        </>
      }
      actions={
        <>
          {may(user, 'standardCounts') && <ButtonLink icon="figures" label={t('standard.communes')} to={`/standard/communes?year=${year}`} />}
          {may(user, 'importStandard') && <ButtonLink icon="load" label={t('standard.pastTitle')} to="/standard/past" />}
          <ButtonLink icon="standard" label={t('standard.criteria')} to={`/standard/criteria?year=${year}`} />
        </>
      }
    >
      <div className="toolbar">
        <SearchBox label={t('standard.search')} value={q} onChange={(value) => change({ q: value })} />
        <YearSegments />
        <ChooseOne label={t('standard.filter')} choices={['ALL', ...progresses]} chosen={progress} words={(each) => tCode('standard.progress', each)} onChoose={(each) => change({ progress: each })} />
      </div>
      <Pages
        pages={units}
        empty={
          <Empty icon="standard" title={t('standard.none')}>
            <p>{t('standard.noneMore')}</p>
          </Empty>
        }
      >
        {(items) => <UnitTable units={items} year={year} />}
      </Pages>
    </PageFrame>
  );
}

function FiguresLine({ figures }: { figures: UnitFigures }) {
  return (
    <p className="summary">
      <Badge tone="info">{t('standard.figDone', { done: figures.done, units: figures.units })}</Badge>
      {figures.nextDue && (
        <span>
          {t('standard.figDue')} <Code>{dayText(figures.nextDue)}</Code>
        </span>
      )}
      <span>{t('standard.figMet', { count: figures.met })}</span>
      {figures.registered < figures.units && <Badge tone="warn">{t('standard.figUnregistered', { count: figures.units - figures.registered })}</Badge>}
      {figures.overdue > 0 && (
        <Badge tone="bad" icon="time">
          {t('standard.figOverdue', { count: figures.overdue })}
        </Badge>
      )}
    </p>
  );
}

export function UnitTable({ units, year }: { units: StandardUnit[]; year: number }) {
  const user = useUser();
  const officer = may(user, 'exemptUnits');
  const [exempting, setExempting] = useState<StandardUnit | null>(null);
  const close = () => setExempting(null);
  return (
    <>
      <DataTable heads={[t('standard.colUnit'), t('standard.colKind'), t('standard.colState'), t('standard.colDue'), t('standard.colNext')]} cards>
        {units.map((each) => (
          <tr key={each.areaId}>
            <th scope="row">
              {each.assessmentId && may(user, 'standardUnits') ? (
                <Link className="row-link-plain" to={`/standard/${each.assessmentId}`}>
                  <Name>{each.areaName}</Name>
                </Link>
              ) : (
                <Name>{each.areaName}</Name>
              )}
              <small>
                <Code>{each.areaCode}</Code> {each.code && <Code>{each.code}</Code>}
              </small>
            </th>
            <td>{tCode('standard.kind', each.unitKind)}</td>
            <td>
              <StateBadge state={each.state} outcome={each.outcome} exempt={each.exempt} />
              {each.exempt && <small className="block">{tCode('standard.ground', each.exempt)}</small>}
              <Exceptions of={each.exceptions} />
            </td>
            <td>
              <Due on={each.dueOn} left={each.daysLeft} />
            </td>
            <td>
              <div className="actions">
                {!each.assessmentId && !each.exempt && each.mayAssess && <ButtonLink small kind="primary" label={t('standard.register')} to={`/standard/register?area=${each.areaId}&year=${year}`} />}
                {officer && !each.assessmentId && !each.exempt && each.unitKind !== 'RESIDENTIAL_AREA' && each.unitKind !== 'COMMUNE' && (
                  <Button small kind="quiet" label={t('standard.exemptAct')} onClick={() => setExempting(each)} />
                )}
                {officer && each.exempt && <Button small kind="quiet" label={t('standard.exemptBack')} onClick={() => setExempting(each)} />}
              </div>
            </td>
          </tr>
        ))}
      </DataTable>
      <Dialog open={exempting !== null} onClose={close} title={exempting?.exempt ? t('standard.exemptBack') : t('standard.exemptAct')}>
        {exempting && (exempting.exempt ? <TakeBackForm unit={exempting} onDone={close} /> : <ExemptionForm unit={exempting} year={year} onDone={close} />)}
      </Dialog>
    </>
  );
}
