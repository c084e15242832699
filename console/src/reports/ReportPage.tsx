import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { query } from '../api/client';
import { language, t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Moment } from '../time/site';
import { useAddress } from '../ui/address';
import { Button, DownloadLink } from '../ui/Button';
import { DataTable } from '../ui/DataTable';
import { FieldsForm } from '../ui/FieldsForm';
import { Dialog } from '../ui/overlays';
import { Segments } from '../ui/Segments';
import { Notice, QueryState } from '../ui/State';
import { Code, Fact, Hash, Name, PageHead, usePageTitle } from '../ui/text';
import { useReport } from './queries';
import css from './reports.module.css';
import { SubmitForm } from './SubmitForm';
import type { Report, ReportAction, ReportFigure } from './types';
import { periodText, Shown, StateBadge } from './words';

/** A report: where it stands, its frozen figures beside those of today, who did what. */
export function ReportPage() {
  const { id = '' } = useParams();
  const [search, change] = useAddress();
  const version = search.get('version');
  const found = useReport(id, version === null ? null : Number(version));
  usePageTitle(found.data ? `${found.data.code} – ${found.data.areaName}` : t('reports.report'));
  if (!found.data) return <QueryState query={found} />;
  return <View report={found.data} onVersion={(each) => change({ version: String(each) })} />;
}

function View({ report, onVersion }: { report: Report; onVersion: (version: number) => void }) {
  const [open, setOpen] = useState<ReportAction | null>(null);
  const version = report.versions.find((each) => each.version === report.shown);
  const differing = report.figures.filter((each) => each.differs).length;
  return (
    <>
      <PageHead
        title={
          <>
            <Name>{report.areaName}</Name>: <bdi>{periodText(report.period)}</bdi>
          </>
        }
        lead={
          <p className="summary">
            <StateBadge state={report.state} />
            <Code>{report.code}</Code>
            <span>
              {t('reports.due')} <Code>{dayText(report.due)}</Code>
            </span>
          </p>
        }
        actions={
          <>
            {(report.shown === (report.versions.at(-1)?.version ?? 0) ? report.actions : []).map((each, index) => (
              <Button key={each} kind={index === 0 ? 'primary' : 'plain'} label={tCode('reports.act', each)} onClick={() => setOpen(each)} />
            ))}
            {version && <Papers report={report} />}
            <Link className="button button-plain" to={`/province${query({ period: report.period, area: report.areaId })}`}>
              {t('reports.figures')}
            </Link>
          </>
        }
      />
      <div className="stack">
        <Steps report={report} />
        {report.state === 'REOPENED' && (
          <Notice tone="warn" title={t('reports.reopenedTitle')}>
            <p>{t('reports.reopenedMore', { due: dayText(report.due) })}</p>
          </Notice>
        )}
        {report.versions.length > 1 && (
          <Segments
            label={t('reports.version')}
            of={report.versions.map((each) => each.version)}
            chosen={report.shown}
            words={(each) => t('reports.versionOf', { number: each })}
            onChoose={onVersion}
          />
        )}
        {differing > 0 && version && (
          <Notice tone="warn" title={t('reports.differs', { count: differing })}>
            <p>
              {t('reports.differsFrom')} <Name>{version.submittedBy.displayName}</Name>, <Moment at={version.countedAt} />
            </p>
          </Notice>
        )}
        {!report.exact && <p className="hint">{t('reports.hidden')}</p>}
        <FiguresTable figures={report.figures} />
        {version && (
          <section className="panel stack">
            <h2>{t('reports.proof')}</h2>
            <dl className="facts">
              <Fact label={t('reports.countedAt')}>
                <Moment at={version.countedAt} />
              </Fact>
              <Fact label={t('reports.hash')}>
                <Hash value={version.sha256} />
              </Fact>
            </dl>
          </section>
        )}
        <section className="panel stack">
          <h2>{t('reports.history')}</h2>
          <ol className={css.reportSteps}>
            {report.steps.map((each, index) => (
              <li key={index}>
                <strong>{tCode('reports.did', each.what)}</strong> · <Name>{each.by.displayName}</Name> · <Moment at={each.at} /> · {t('reports.versionOf', { number: each.version })}
                {each.sight && <> · {tCode('reports.sight', each.sight)}</>}
                {each.reason && (
                  <p>
                    <bdi>{each.reason}</bdi>
                  </p>
                )}
              </li>
            ))}
          </ol>
        </section>
      </div>
      {open && (
        <Dialog open title={tCode('reports.act', open)} onClose={() => setOpen(null)}>
          <Act report={report} act={open} onDone={() => setOpen(null)} />
        </Dialog>
      )}
    </>
  );
}

/** One version as it was, to take along. */
function Papers({ report }: { report: Report }) {
  const of = query({ version: report.shown });
  return (
    <>
      <DownloadLink label={t('reports.keptXlsx', { number: report.shown })} href={`/api/reports/${report.id}/figures.xlsx${of}&language=${language()}`} />
      <DownloadLink label={t('reports.keptDocx', { number: report.shown })} href={`/api/reports/${report.id}/letter.docx${of}`} />
      <DownloadLink label={t('reports.keptPdf', { number: report.shown })} href={`/api/reports/${report.id}/letter.pdf${of}`} />
    </>
  );
}

const order = ['SUBMITTED', 'APPROVED', 'ACCEPTED', 'LOCKED'] as const;

function Steps({ report }: { report: Report }) {
  const at = (order as readonly string[]).indexOf(report.state);
  return (
    <ol className={css.reportWay} aria-label={t('reports.way')}>
      {order.map((each, index) => (
        <li key={each} aria-current={index === at ? 'step' : undefined} className={index <= at ? css.done : undefined}>
          {tCode('reports.state', each)}
        </li>
      ))}
    </ol>
  );
}

function FiguresTable({ figures }: { figures: ReportFigure[] }) {
  const [all, setAll] = useState(true);
  const shown = all ? figures : figures.filter((each) => each.differs || each.note !== null);
  return (
    <section className="panel stack">
      <div className="toolbar">
        <Segments
          label={t('reports.show')}
          of={['all', 'some'] as const}
          chosen={all ? 'all' : 'some'}
          words={(each) => (each === 'all' ? t('reports.showAll') : t('reports.showSome'))}
          onChoose={(each) => setAll(each === 'all')}
        />
      </div>
      <DataTable heads={[t('reports.indicator'), { number: t('reports.frozen') }, { number: t('reports.present') }, t('reports.noteWords')]} id="report-figures" cards>
        {shown.map((each) => (
          <tr key={`${each.indicator} ${each.part ?? ''}`} className={each.differs ? css.differs : undefined}>
            <th scope="row" className={each.part === null ? undefined : css.part}>
              {each.part === null ? <Link to={`/reports/indicators#${each.indicator}`}>{each.name}</Link> : <bdi>{each.partName}</bdi>}
            </th>
            <td className="number" data-label={t('reports.frozen')}>
              <Shown figure={each.frozen} kind={each.kind} />
            </td>
            <td className="number" data-label={t('reports.present')}>
              <Shown figure={each.present} kind={each.kind} />
              {each.differs && <span className="visually-hidden"> {t('reports.isDifferent')}</span>}
            </td>
            <td data-label={t('reports.noteWords')}>{each.note ? <bdi>{each.note}</bdi> : ''}</td>
          </tr>
        ))}
      </DataTable>
    </section>
  );
}

function Act({ report, act, onDone }: { report: Report; act: ReportAction; onDone: () => void }) {
  const path = `/api/reports/${report.id}`;
  const version = report.shown;
  const hides = report.figures.some((each) => each.frozen.seen === 'TENS' || each.frozen.seen === 'FEW');
  if (act === 'SUBMIT') {
    return (
      <SubmitForm
        place={{
          areaId: report.areaId,
          period: report.period,
          areaCode: '',
          areaName: report.areaName,
          due: report.due,
          late: false,
          reportId: report.id,
          state: report.state,
          at: null,
          handedInLate: false,
          reminders: 0,
          remindedOn: null,
        }}
        onDone={onDone}
      />
    );
  }
  const verdict = {
    name: 'outcome',
    label: t('reports.verdict'),
    kind: 'choice',
    choices: [
      ['PASSED', t('reports.verdictOf.PASSED')],
      ['RETURNED', t('reports.verdictOf.RETURNED')],
    ],
  } as const;
  const asked = {
    DECIDE: [verdict, { name: 'reason', label: t('reports.reason'), hint: t('reports.reasonHint'), kind: 'words', optional: true }],
    ACCEPT: [verdict, { name: 'reason', label: t('reports.reason'), hint: t('reports.reasonHint'), kind: 'words', optional: true }],
    LOCK: [],
    REOPEN: [{ name: 'reason', label: t('reports.reason'), kind: 'words' }],
  } as const;
  const where = { DECIDE: 'decision', ACCEPT: 'acceptance', LOCK: 'lock', REOPEN: 'reopening' } as const;
  return (
    <FieldsForm path={`${path}/${where[act]}`} questions={asked[act]} fixed={{ version }} stale="reports" submit={tCode('reports.act', act)} onDone={onDone}>
      <p className="hint">{tCode('reports.actMore', act)}</p>
      {hides && (
        <Notice tone="info" title={t('reports.sightTitle')}>
          <p>{t('reports.sightMore')}</p>
        </Notice>
      )}
    </FieldsForm>
  );
}
