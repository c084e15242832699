import { Link } from 'react-router';
import { query } from '../api/client';
import { may, type Right } from '../api/rights';
import type { User } from '../api/types';
import { t, tCode } from '../i18n/text';
import { Badge } from '../ui/State';
import { numberText } from '../ui/text';
import { readPeriod } from './periods';
import css from './reports.module.css';
import type { IndicatorKind, ReportState, ShownFigure, WaitingReport } from './types';

const roman = ['I', 'II', 'III', 'IV'];

/** A period as people write it. */
export function periodText(text: string): string {
  const period = readPeriod(text);
  if (!period) return text;
  const year = String(period.year);
  switch (period.kind) {
    case 'MONTH':
      return t('reports.periodMonth', { number: String(period.number), year });
    case 'QUARTER':
      return t('reports.periodQuarter', { number: roman[period.number - 1]!, year });
    case 'HALF_YEAR':
      return period.number === 1 ? t('reports.periodFirstHalf', { year }) : t('reports.periodSecondHalf', { year });
    case 'YEAR':
      return t('reports.periodYear', { year });
  }
}

/** `Q3/26`, for the foot of a chart. */
export function periodShort(text: string): string {
  const period = readPeriod(text);
  if (!period) return text;
  const year = String(period.year).slice(2);
  switch (period.kind) {
    case 'MONTH':
      return `${period.number}/${year}`;
    case 'QUARTER':
      return `Q${period.number}/${year}`;
    case 'HALF_YEAR':
      return `H${period.number}/${year}`;
    case 'YEAR':
      return String(period.year);
  }
}

export function figureText(figure: ShownFigure, kind: IndicatorKind): string {
  if (figure.value === null) return figure.seen === 'FEW' ? '*' : '–';
  const text = kind === 'SHARE' ? `${numberText(figure.value, figure.seen === 'TENS' ? 0 : 1)}\u00a0%` : numberText(figure.value);
  return figure.seen === 'TENS' ? `≈\u00a0${text}` : text;
}

/** A number, or why there is none. */
export function Shown({ figure, kind }: { figure: ShownFigure; kind: IndicatorKind }) {
  if (figure.value !== null) return <bdi dir="ltr">{figureText(figure, kind)}</bdi>;
  const why = tCode('reports.seen', figure.seen);
  return (
    <span className={css.figureHidden} title={why}>
      <span aria-hidden="true">{figureText(figure, kind)}</span>
      <span className="visually-hidden">{why}</span>
    </span>
  );
}

const tones = { OPEN: 'warn', REOPENED: 'warn', SUBMITTED: 'info', APPROVED: 'info', ACCEPTED: 'ok', LOCKED: 'ok' } as const;

/** Where a report stands, or what is to be done with it. */
export function StateBadge({ state, late = false, task }: { state: ReportState | null; late?: boolean; task?: WaitingReport['task'] }) {
  if (task && !late) return <Badge tone="info">{tCode('reports.task', task)}</Badge>;
  if (late)
    return (
      <Badge tone="bad" icon="time">
        {t('reports.late')}
      </Badge>
    );
  if (state === null) return <Badge tone="mute">{t('reports.missing')}</Badge>;
  return (
    <Badge tone={tones[state]} {...(state === 'LOCKED' ? { icon: 'closed' as const } : state === 'ACCEPTED' ? { icon: 'done' as const } : {})}>
      {tCode('reports.state', state)}
    </Badge>
  );
}

/** On which page the records of a topic are, and who may open it. */
const pages: Partial<Record<string, readonly [right: Right, path: string]>> = {
  CASES: ['cases', '/cases'],
  FOOTAGE: ['figures', '/figures'],
  TEAMS: ['teams', '/teams'],
  GROUPS: ['readTeams', '/teams/groups'],
  PROGRAMMES: ['programmeFigures', '/programmes/figures'],
  CAMPAIGNS: ['campaigns', '/campaigns'],
  SITUATIONS: ['situationFigures', '/situations/figures'],
  MEDIATION: ['mediationFigures', '/mediation/figures'],
  MEASURES: ['measureFigures', '/measures/figures'],
  STANDARD: ['standardCounts', '/standard/communes'],
  CAMERAS: ['cameras', '/register'],
};

/** The page on which the records of a topic are, for who may open it. */
export function recordsOf(topic: string, user: User): string | null {
  const page = pages[topic];
  return page && may(user, page[0]) ? page[1] : null;
}

const recordPages: Partial<Record<string, (id: string, indicator: string) => string>> = {
  FOOTAGE: (id, indicator) => (indicator === 'EXTRACTIONS' ? `/requests/${id}/package` : `/requests/${id}`),
  CAMERAS: (id) => `/register/${id}`,
  CASES: (id) => `/cases/${id}`,
  TEAMS: (id, indicator) => (indicator === 'PATROLS' ? `/teams/${id}/patrols` : indicator === 'DRILLS' ? `/teams/drills/${id}` : `/teams/${id}`),
  GROUPS: (id) => `/teams/groups/${id}`,
  PROGRAMMES: (id) => `/programmes/${id}`,
  CAMPAIGNS: (id) => `/campaigns/${id}`,
  SITUATIONS: (id) => `/situations/${id}`,
  MEDIATION: (id) => `/mediation/${id}`,
  STANDARD: (id) => `/standard/${id}`,
};

/** Where one record of an indicator is read. */
export const recordPath = (indicator: string, topic: string, id: string): string | null => recordPages[topic]?.(id, indicator) ?? null;

/** The list of the records behind a number. */
export const recordsPath = (of: { indicator: string; period: string; area: string; village?: string; part?: string }): string => `/province/records${query(of)}`;

/** Whether there is no record behind a number. */
export const isEmpty = (figure: ShownFigure): boolean => figure.value === 0 || figure.seen === 'NONE';

/** A number that opens the records that it counts, for whom the server lets open them. */
export function Opening({ figure, kind, opens, name, to }: { figure: ShownFigure; kind: IndicatorKind; opens: boolean; name: string; to: string }) {
  if (!opens || isEmpty(figure)) return <Shown figure={figure} kind={kind} />;
  return (
    <Link to={to} className="figure-link">
      <Shown figure={figure} kind={kind} /> <span className="visually-hidden">{t('reports.openRecords', { what: name })}</span>
    </Link>
  );
}
