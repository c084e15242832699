import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { json } from '../../api/client';
import { usePages } from '../../api/pages';
import { useUser } from '../../api/queries';
import { may } from '../../api/rights';
import { language, t, tCode } from '../../i18n/text';
import { dayText } from '../../register/days';
import { Moment } from '../../time/site';
import { Begin } from '../../ui/Begin';
import { Button, ButtonLink, DownloadLink } from '../../ui/Button';
import { FieldsForm } from '../../ui/FieldsForm';
import { Dialog, DialogButton, saved } from '../../ui/overlays';
import { Pages } from '../../ui/Pages';
import { Badge, Empty, Failure, Loading, Notice, QueryState } from '../../ui/State';
import { Code, Fact, Name, numberText, PageFrame, PageHead, usePageTitle } from '../../ui/text';
import { paperQuestions } from '../PaperFields';
import { useTeamsChanged } from '../queries';
import css from '../teams.module.css';
import { positions } from '../types';
import { PaperText } from '../words';
import { WorkPage } from './CommunePages';
import { DividedMonths } from './DividedMonths';
import { notedPages, useWork, useWorkList } from './queries';
import { type Paid, type PayLine, type PayRule, type PaySheet, payKinds, type VillageType } from './types';
import { days, dongText, minutesText, monthAfter, monthText, useMonth, WorkTabs } from './words';

/** The sheets of a commune's support pay, and the types of its villages. */
export function PaySheetsPage() {
  const user = useUser();
  const { thisMonth } = useMonth();
  const [open, setOpen] = useState(false);
  return (
    <WorkPage title={t('work.pay')} lead={t('work.payLead')} actions={may(user, 'keepTeams') && <Button kind="primary" label={t('work.calculate')} onClick={() => setOpen(true)} />}>
      {(commune) => (
        <div className="stack">
          <DividedMonths commune={commune} />
          <Sheets commune={commune} />
          <Types commune={commune} />
          <Dialog open={open} onClose={() => setOpen(false)} title={t('work.calculate')}>
            <FieldsForm
              path="/api/team-pay/sheets"
              stale="teams"
              fixed={{ communeId: commune }}
              questions={[
                {
                  name: 'month',
                  label: t('work.month'),
                  kind: 'choice',
                  choices: Array.from({ length: 13 }, (_, index) => monthAfter(thisMonth, -index)).map((each) => [each, monthText(each)] as const),
                },
              ]}
              submit={t('work.calculate')}
              onDone={() => setOpen(false)}
            />
          </Dialog>
        </div>
      )}
    </WorkPage>
  );
}

function Sheets({ commune }: { commune: string }) {
  const sheets = usePages<PaySheet>('/api/team-pay/sheets', ['teams', 'work', 'sheets'], { communeId: commune }, notedPages);
  return (
    <Pages
      pages={sheets}
      empty={
        <Empty icon="list" title={t('work.noSheets')}>
          <Begin allowed="keepTeams" label={t('work.calculate')} by="COMMUNITY_OFFICER" />
        </Empty>
      }
    >
      {(items) => (
        <ul className="link-rows panel">
          {items.map((each) => (
            <li key={each.id}>
              <Link className="row-link-plain" to={`/teams/pay/${each.id}`}>
                {t('work.sheetOf', { month: monthText(each.month) })}
              </Link>
              <span className="summary">
                <SheetBadge sheet={each} />
                <strong>{dongText(each.sum)}</strong>
              </span>
              <small>{t('work.peopleCount', { count: each.people })}</small>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}

function SheetBadge({ sheet }: { sheet: PaySheet }) {
  if (sheet.replacedBy) return <Badge tone="mute">{t('work.replaced')}</Badge>;
  return sheet.decidedAt ? <Badge tone="ok">{t('work.decided')}</Badge> : <Badge tone="warn">{t('work.undecided')}</Badge>;
}

function Types({ commune }: { commune: string }) {
  const user = useUser();
  const villages = useWorkList<VillageType>('/api/team-pay/village-types', { communeId: commune });
  const [open, setOpen] = useState<VillageType | null>(null);
  if (!villages.data) return villages.error ? <Failure failure={villages.error} /> : <Loading />;
  const unknown = villages.data.filter((each) => each.type === null).length;
  return (
    <details className="panel" open={unknown > 0} id="village-types">
      <summary>
        {t('work.villageTypes')} {unknown > 0 && <Badge tone="warn">{t('work.untyped', { count: unknown })}</Badge>}
      </summary>
      <ul className="link-rows">
        {villages.data.map((each) => (
          <li key={each.areaId}>
            <Name>{each.name}</Name>
            <span className="summary">
              {each.type === null ? <Badge tone="warn">{tCode('work.payMissing', 'VILLAGE_TYPE')}</Badge> : t('work.type', { type: each.type })}
              {may(user, 'keepTeams') && <Button small kind="quiet" label={t('work.setType')} onClick={() => setOpen(each)} />}
            </span>
            {each.from && each.paper && (
              <small>
                <Code>{dayText(each.from)}</Code> · <Code>{each.paper}</Code>
              </small>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={t('work.setType')}>
        {open && (
          <FieldsForm
            path="/api/team-pay/village-types"
            stale="teams"
            fixed={{ areaId: open.areaId }}
            questions={[
              { name: 'type', label: t('work.typeLabel'), kind: 'choice', choices: ['1', '2', '3'].map((each) => [each, t('work.type', { type: each })] as const) },
              { name: 'from', label: t('teams.from'), kind: 'day' },
              { name: 'paper', label: t('work.paper'), kind: 'code' },
            ]}
            body={(answers) => ({ ...answers, type: Number(answers.type) })}
            onDone={() => setOpen(null)}
          />
        )}
      </Dialog>
    </details>
  );
}

/** A month's sheet: sums, what is missing, and how each amount came about. */
export function PaySheetPage() {
  const { id = '' } = useParams();
  const sheet = useWork<PaySheet>(`/api/team-pay/sheets/${id}`);
  const user = useUser();
  const people = usePages<Paid>(`/api/team-pay/sheets/${id}/people`, ['teams', 'work', 'paid', id], {}, notedPages);
  usePageTitle(t('work.pay'));
  if (!sheet.data) return <QueryState query={sheet} />;
  const { data } = sheet;
  const file = (kind: string) => `/api/team-pay/sheets/${id}/sheet.${kind}?language=${language()}`;
  return (
    <>
      <PageHead
        title={t('work.sheetOf', { month: monthText(data.month) })}
        lead={
          <p className="summary">
            <SheetBadge sheet={data} />
            <bdi>{data.communeName}</bdi>
            {data.paper && <PaperText paper={data.paper} />}
          </p>
        }
        actions={
          <>
            <ButtonLink label={t('work.pay')} to="/teams/pay" />
            <DialogButton kind="primary" label={t('work.decide')} shown={data.mayDecide}>
              {(close) => (
                <>
                  <p className="hint">{t('work.decideHint')}</p>
                  <FieldsForm path={`/api/team-pay/sheets/${id}/decision`} stale="teams" fixed={{ version: data.version }} questions={paperQuestions()} submit={t('work.decide')} onDone={close} />
                </>
              )}
            </DialogButton>
            {data.mayCalculate && <Again sheet={data} />}
            <DownloadLink label={t('work.workbook')} href={file('xlsx')} />
            <DownloadLink label={t('work.print')} href={file('pdf')} />
          </>
        }
      />
      <div className="stack">
        {data.replacedBy ? (
          <Notice tone="info" title={t('work.replacedTitle')}>
            <Link to={`/teams/pay/${data.replacedBy}`}>{t('work.toReplacing')}</Link>
          </Notice>
        ) : (
          !data.decidedAt &&
          data.calculateIn !== data.communeId && (
            <Notice tone="warn" title={t('work.formerTitle', { commune: data.communeName })}>
              {t('work.formerHint')}
            </Notice>
          )
        )}
        {!data.decidedAt && data.calculateIn !== data.communeId && <DividedMonths commune={data.calculateIn} />}
        {data.missing.length > 0 && (
          <Notice tone="warn" title={t('work.notCalculated')}>
            <ul>
              {data.missing.map((each) => (
                <li key={`${each.kind} ${each.missing}`}>
                  {tCode('work.payKind', each.kind)}: {tCode('work.payMissing', each.missing)} ({t('work.peopleCount', { count: each.people })})
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {data.unchecked > 0 && (
          <Notice tone="warn" title={t('work.uncheckedRules', { count: data.unchecked })}>
            {may(user, 'payRules') && <Link to="/teams/pay-rules">{t('work.payRules')}</Link>}
          </Notice>
        )}
        <section className="panel stack">
          <dl className="roster-sums">
            <Fact label={t('work.sum')}>{dongText(data.sum)}</Fact>
            {payKinds
              .filter((kind) => data.sums[kind] !== undefined)
              .map((kind) => (
                <Fact key={kind} label={tCode('work.payKind', kind)}>
                  {dongText(data.sums[kind] ?? 0)}
                </Fact>
              ))}
            {data.corrections !== 0 && <Fact label={t('work.corrections')}>{dongText(data.corrections)}</Fact>}
          </dl>
          <p className="hint">
            {t('work.calculatedBy')} <Name>{data.calculatedBy.displayName}</Name> · <Moment at={data.calculatedAt} />
            {data.decidedBy && data.decidedAt && (
              <>
                {' '}
                · {t('work.decidedBy')} <Name>{data.decidedBy.displayName}</Name> · <Moment at={data.decidedAt} />
              </>
            )}
          </p>
          <p className="hint">{t('work.rounding')}</p>
        </section>
        <Pages pages={people} empty={<Empty icon="people" title={t('work.nobodyPaid')} />}>
          {(items) => (
            <ul className="plain-list panel">
              {items.map((each) => (
                <li key={each.memberId} className={css.paid}>
                  <p className={css.teamMember}>
                    <strong>
                      <Name>{each.name ?? t('teams.erased')}</Name>
                    </strong>
                    <span className="hint">
                      <bdi>{each.teamName}</bdi>
                    </span>
                    <strong>{dongText(each.sum)}</strong>
                  </p>
                  <ul className="plain-list">
                    {each.lines.map((line, index) => (
                      <li key={index}>
                        <Line line={line} />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          )}
        </Pages>
      </div>
    </>
  );
}

function Again({ sheet }: { sheet: PaySheet }) {
  const changed = useTeamsChanged();
  const navigate = useNavigate();
  const elsewhere = sheet.calculateIn !== sheet.communeId;
  const again = useMutation({
    mutationFn: () => json<PaySheet>('/api/team-pay/sheets', { method: 'POST', body: { communeId: sheet.calculateIn, month: sheet.month } }),
    onSuccess: saved(changed, (made) => {
      if (elsewhere) void navigate(`/teams/pay/${made.id}`);
    }),
  });
  return (
    <>
      <Button label={elsewhere ? t('work.calculateIn', { commune: sheet.calculateInName }) : t('work.again')} disabled={again.isPending} onClick={() => again.mutate()} />
      {again.error && <Failure failure={again.error} />}
    </>
  );
}

/** How one amount came about, as one reads it aloud. */
function Line({ line }: { line: PayLine }) {
  const what = tCode('work.payKind', line.kind);
  if (line.missing) {
    return (
      <p className="hint">
        {what}: <Badge tone="warn">{tCode('work.payMissing', line.missing)}</Badge>
      </p>
    );
  }
  const amount = dongText(line.amount ?? 0);
  if (line.correction) {
    return (
      <p className="hint">
        {t('work.correctionOf', { what, month: monthText(line.month), due: numberText(line.due ?? 0), paid: numberText(line.paid ?? 0) })} = <strong>{amount}</strong>
      </p>
    );
  }
  const rate = line.unit === 'BASE_SALARIES' ? `${rateText(line.value ?? 0, 2)} × ${numberText(line.base ?? 0)}` : rateText(line.value ?? 0);
  const part = line.minutes !== null ? minutesText(line.minutes) : line.days === line.monthDays ? null : `${line.days}/${line.monthDays}`;
  return (
    <p className="hint">
      {what}
      {line.position && ` · ${tCode('teams.position', line.position)}`}
      {line.villageType !== null && ` · ${t('work.type', { type: line.villageType })}`}
      {line.from && line.until && part && (
        <>
          {' '}
          · <Code>{days(line.from, line.until)}</Code>
        </>
      )}
      : <Code>{rate}</Code>
      {part && <> × {line.minutes !== null ? part : <Code>{part}</Code>}</>} = <strong>{amount}</strong>
    </p>
  );
}

/** A factor or a rate with as many decimals as it has, of which rules have four. */
function rateText(value: number, least = 0): string {
  return numberText(value, Math.max(least, (String(value).split('.')[1] ?? '').length));
}

/** What is paid from which day on, and by what paper. */
export function PayRulesPage() {
  const user = useUser();
  const rules = useWorkList<PayRule>('/api/team-pay/rules');
  const changed = useTeamsChanged();
  const [limited, setLimited] = useState<PayRule | null>(null);
  const end = useMutation({
    mutationFn: (id: string) => json<void>(`/api/team-pay/rules/${id}/end`, { method: 'POST', body: {} }),
    onSuccess: changed,
  });
  const keeps = may(user, 'changePayRules') && user.area === null;
  return (
    <PageFrame
      title={t('work.payRules')}
      lead={t('work.payRulesLead')}
      actions={
        keeps && (
          <DialogButton kind="primary" icon="add" label={t('work.addRule')}>
            {(close) => (
              <FieldsForm
                path="/api/team-pay/rules"
                stale="teams"
                questions={[
                  { name: 'kind', label: t('work.payKindLabel'), kind: 'choice', choices: payKinds.map((each) => [each, tCode('work.payKind', each)] as const) },
                  {
                    name: 'villageType',
                    label: t('work.typeLabel'),
                    hint: t('work.monthlyOnly'),
                    kind: 'choice',
                    optional: true,
                    choices: ['1', '2', '3'].map((each) => [each, t('work.type', { type: each })] as const),
                  },
                  { name: 'position', label: t('work.position'), kind: 'choice', optional: true, choices: positions.map((each) => [each, tCode('teams.position', each)] as const) },
                  {
                    name: 'unit',
                    label: t('work.unit'),
                    kind: 'choice',
                    choices: [
                      ['VND', t('work.unitDong')],
                      ['BASE_SALARIES', t('work.unitSalaries')],
                    ],
                  },
                  { name: 'value', label: t('work.value'), kind: 'number' },
                  { name: 'from', label: t('teams.from'), kind: 'day' },
                  { name: 'source', label: t('work.source'), kind: 'text' },
                  { name: 'checked', label: t('work.iChecked'), kind: 'yes' },
                ]}
                body={(answers) => ({ ...answers, villageType: answers.villageType ? Number(answers.villageType) : null })}
                onDone={close}
              />
            )}
          </DialogButton>
        )
      }
      below={may(user, 'readTeams') && <WorkTabs />}
    >
      {end.error && <Failure failure={end.error} />}
      <QueryState query={rules} />
      {rules.data && (
        <ul className="link-rows panel">
          {rules.data.map((each) => (
            <li key={each.id} className={each.ended ? css.shiftOff : undefined}>
              <span>
                {tCode('work.payKind', each.kind)}
                {each.villageType !== null && ` · ${t('work.type', { type: each.villageType })}`}
                {each.position && ` · ${tCode('teams.position', each.position)}`}
              </span>
              <strong>{each.unit === 'VND' ? dongText(each.value) : t('work.salaries', { value: rateText(each.value, 2) })}</strong>
              <small className="summary">
                <span>
                  {t('teams.from')} <Code>{dayText(each.from)}</Code> · <bdi>{each.source}</bdi>
                  {each.until && (
                    <>
                      {' '}
                      · {t('work.untilDay')} <Code>{dayText(each.until)}</Code> (<bdi>{each.untilSource}</bdi>)
                    </>
                  )}
                </span>
                {each.ended ? <Badge tone="mute">{t('work.ruleEnded')}</Badge> : each.checked ? <Badge tone="ok">{t('work.ruleChecked')}</Badge> : <Badge tone="warn">{t('work.ruleUnchecked')}</Badge>}
                {keeps && !each.ended && <Button small kind="quiet" label={t('work.limitRule')} onClick={() => setLimited(each)} />}
                {keeps && !each.ended && <Button small kind="quiet" label={t('work.endRule')} disabled={end.isPending} onClick={() => end.mutate(each.id)} />}
              </small>
            </li>
          ))}
        </ul>
      )}
      <Dialog open={limited !== null} onClose={() => setLimited(null)} title={t('work.limitRule')}>
        {limited && (
          <FieldsForm
            path={`/api/team-pay/rules/${limited.id}/until`}
            stale="teams"
            questions={[
              { name: 'until', label: t('work.lastDayOfRule'), hint: t('work.limitHint'), kind: 'day', optional: true, ...(limited.until ? { start: dayText(limited.until) } : {}) },
              { name: 'source', label: t('work.source'), kind: 'text' },
            ]}
            onDone={() => setLimited(null)}
          />
        )}
      </Dialog>
    </PageFrame>
  );
}
