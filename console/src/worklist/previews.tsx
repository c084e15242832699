import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { json } from '../api/client';
import type { Page } from '../api/types';
import type { Camera } from '../cameras/types';
import { t } from '../i18n/text';
import type { Mediation } from '../mediation/types';
import { playAt } from '../referrals/links';
import type { Referral } from '../referrals/types';
import { dayText } from '../register/days';
import type { WaitingReport } from '../reports/types';
import type { EvidenceRequest } from '../requests/types';
import { Receive } from '../situations/Receive';
import type { Situation } from '../situations/types';
import type { DataRequest } from '../subject/types';
import type { Waiting } from '../teams/types';
import { TimeLeft } from '../time/TimeLeft';
import { Code, Name } from '../ui/text';
import type { WorklistEntry, WorklistKind } from './types';
import css from './worklist.module.css';

/** Of each list. */
const mostRows = 3;

/** One of those that wait. */
interface Row {
  key: string;
  to: string;
  code?: string;
  text?: string;
  /** An instant or a day. */
  due?: string | null;
  /** What can be done from here: one decision for which nothing more is to be read. */
  act?: ReactNode;
}

interface Preview {
  path: string;
  rows: (items: never[]) => Row[];
}

function preview<T>(path: string, row: (item: T) => Row): Preview {
  return { path, rows: (items: T[]) => items.map(row) };
}

const situation = (state: string, fits: (each: Situation) => boolean = () => true, act?: (each: Situation) => ReactNode): Preview => {
  const all = preview<Situation>(`/api/situations?openness=OPEN&state=${state}`, (each) => ({
    key: each.id,
    to: `/situations/${each.id}`,
    code: each.code,
    text: each.villageName ?? '',
    due: each.dueAt,
    act: act?.(each),
  }));
  return { ...all, rows: (items: Situation[]) => all.rows(items.filter(fits) as never[]) };
};

const receive = (each: Situation) => <Receive situation={each} />;

/** The lists that tell what waits and name nobody. */
const previews: Partial<Record<WorklistKind, Preview>> = {
  CAMERA_NOT_RECORDING: preview<Camera>('/api/cameras?state=DOWN', (each) => ({ key: each.id, to: `/cameras/${each.id}`, code: each.code, text: each.name })),
  FOOTAGE_REFERRAL: preview<Referral>('/api/footage-referrals?waiting=true', (each) => ({
    key: each.id,
    to: playAt(each),
    code: each.cameras.map((camera) => camera.code).join(' '),
    text: each.cameras[0]!.name,
    due: each.openUntil,
  })),
  REQUEST_DECISION: preview<EvidenceRequest>('/api/requests/waiting', (each) => ({ key: each.id, to: `/requests/${each.id}`, code: each.code, text: each.case.title, due: each.expiresAt })),
  DATA_REQUEST: preview<DataRequest>('/api/data-requests?state=OPEN', (each) => ({ key: each.id, to: `/data-requests/${each.id}`, code: each.code, text: each.areaName, due: each.dueOn })),
  SITUATION_DANGER: situation('SUBMITTED', (each) => each.danger, receive),
  SITUATION_RECEIPT: situation('SUBMITTED', (each) => !each.danger, receive),
  SITUATION_FOLLOW_UP: situation('ACKNOWLEDGED'),
  MEDIATION: preview<Mediation>('/api/mediations?state=OPEN', (each) => ({ key: each.id, to: `/mediation/${each.id}`, code: each.code, text: each.villageName, due: each.nextOn })),
  TEAM_DECISION: preview<Waiting>('/api/teams/waiting', (each) => ({ key: each.id, to: `/teams/${each.teamId}`, code: each.code, text: each.name })),
  PERIOD_REPORT: preview<WaitingReport>('/api/reports/waiting', (each) => ({
    key: `${each.areaId} ${each.period} ${each.task}`,
    to: each.reportId ? `/reports/${each.reportId}` : '/reports',
    code: each.period,
    text: each.areaName,
    due: each.due,
  })),
};

/** The first of those that wait, each a way to where it is done. */
export function FirstRows({ entry }: { entry: WorklistEntry }) {
  const of = previews[entry.kind];
  const found = useQuery({
    enabled: of !== undefined,
    // Anew whenever how many there are has changed.
    queryKey: ['worklist', 'first', entry.kind, entry.count, entry.overdue],
    queryFn: async () => (await json<Page<never>>(`${of!.path}${of!.path.includes('?') ? '&' : '?'}limit=${mostRows}`)).items,
  });
  if (!of || !found.data) return null;
  const rows = of.rows(found.data).slice(0, mostRows);
  const more = entry.count - rows.length;
  return (
    <ul className={css.rows}>
      {rows.map((row) => (
        <li key={row.key}>
          <Link to={row.to}>{row.code ? <Code>{row.code}</Code> : <Name>{row.text}</Name>}</Link> {row.code && <Name>{row.text}</Name>} <Due at={row.due ?? null} /> {row.act}
        </li>
      ))}
      {more > 0 && rows.length > 0 && <li className="hint">{t('worklist.more', { count: more })}</li>}
    </ul>
  );
}

function Due({ at }: { at: string | null }) {
  if (at === null) return null;
  return at.includes('T') ? <TimeLeft until={at} /> : <small>{dayText(at)}</small>;
}
