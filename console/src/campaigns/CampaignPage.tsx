import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useParams } from 'react-router';
import { json } from '../api/client';
import { usePages } from '../api/pages';
import { languageNames } from '../i18n/language';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { paperQuestions } from '../teams/PaperFields';
import { days } from '../teams/work/words';
import { Moment } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { FieldsForm } from '../ui/FieldsForm';
import { Dialog, toast } from '../ui/overlays';
import { Pages } from '../ui/Pages';
import { Segments } from '../ui/Segments';
import { Badge, Failure, Notice, QueryState } from '../ui/State';
import { bytesText, Code, Fact, Name, numberText, PageHead, usePageTitle } from '../ui/text';
import { CampaignBadge } from './CampaignsPage';
import { type Activity, activityKinds, type Campaign, type Commendation, type Material, type Message, type Said as SaidOnce } from './types';

type Act = 'message' | 'material' | 'activity' | 'end' | 'report' | 'commend';
const languages = { VI: 'vi', EN: 'en', AR: 'ar' } as const;

/** A campaign: what it is for, what it says, what was done, and what came of it. */
export function CampaignPage() {
  const { id = '' } = useParams();
  const found = useQuery({ queryKey: ['campaigns', 'one', id], queryFn: () => json<Campaign>(`/api/campaigns/${id}`) });
  usePageTitle(found.data?.campaign.title ?? t('campaigns.title'));
  if (!found.data) return <QueryState query={found} />;
  return <View data={found.data} />;
}

function View({ data }: { data: Campaign }) {
  const { campaign, decision } = data;
  const [open, setOpen] = useState<Act | null>(null);
  const close = () => setOpen(null);
  const path = `/api/campaigns/${campaign.id}`;
  const early = campaign.state === 'PLANNED' || campaign.state === 'RUNNING';
  const acts: [Act, boolean][] = [
    ['activity', campaign.state === 'RUNNING' || campaign.state === 'ENDED'],
    ['report', campaign.state === 'ENDED' || campaign.state === 'REPORTED'],
    ['message', early],
    ['material', early],
    ['commend', campaign.state !== 'PLANNED' && campaign.state !== 'REFUSED'],
    ['end', campaign.state === 'RUNNING' && data.mayManage],
  ];
  const offered = data.mayKeep ? acts.filter(([, fits]) => fits).map(([act]) => act) : [];
  const report = data.reports.at(-1);
  return (
    <>
      <PageHead
        title={<Name>{campaign.title}</Name>}
        lead={
          <p className="summary">
            <CampaignBadge state={campaign.state} />
            <Code>{campaign.code}</Code>
            <bdi>{campaign.areaName}</bdi>
            <Code>{days(campaign.from, campaign.until)}</Code>
          </p>
        }
        actions={
          <>
            <ButtonLink label={t('campaigns.title')} to="/campaigns" />
            {offered.map((act, index) => (
              <Button key={act} kind={index === 0 ? 'primary' : 'plain'} label={tCode('campaigns.act', act)} onClick={() => setOpen(act)} />
            ))}
          </>
        }
      />
      <div className="stack">
        {data.mayDecide && <Decide data={data} path={path} />}
        <Waiting data={data} path={path} />
        {campaign.state === 'PLANNED' && !data.mayDecide && <Notice tone="info" title={t('campaigns.waits')} />}
        {campaign.state === 'REFUSED' && decision?.reason && (
          <Notice tone="warn" title={t('campaigns.refused')}>
            <p>
              <bdi>{decision.reason}</bdi>
            </p>
          </Notice>
        )}
        <div className="card-page">
          <section className="panel stack">
            <h2>{t('campaigns.plan')}</h2>
            <p>
              <bdi>{data.aim}</bdi>
            </p>
            <dl className="facts">
              <Fact label={t('campaigns.partners')}>
                {campaign.partners.map((each) => (
                  <span key={each} className="block">
                    <Name>{each}</Name>
                  </span>
                ))}
              </Fact>
              {data.villages.length > 0 && (
                <Fact label={t('campaigns.villages')}>
                  <bdi>{data.villages.map((each) => each.name).join(', ')}</bdi>
                </Fact>
              )}
              <Fact label={t('teams.proposedBy')}>
                <Name>{data.proposedBy.displayName}</Name> · <Moment at={data.proposedAt} />
              </Fact>
              {decision?.number && decision.on && (
                <Fact label={t('campaigns.approved')}>
                  <Code>{decision.number}</Code> · <Code>{dayText(decision.on)}</Code> · <Name>{decision.by.displayName}</Name>
                </Fact>
              )}
              {data.endedOn && (
                <Fact label={t('campaigns.endedOn')}>
                  <Code>{dayText(data.endedOn)}</Code>
                </Fact>
              )}
            </dl>
          </section>
          <section className="panel stack">
            <h2>{t('campaigns.results')}</h2>
            <dl className="roster-sums">
              <Fact label={t('campaigns.activities')}>{numberText(campaign.activities)}</Fact>
              <Fact label={t('campaigns.attended')}>{numberText(campaign.attended)}</Fact>
              <Fact label={t('campaigns.households')}>{numberText(campaign.households)}</Fact>
              <Fact label={t('campaigns.leaflets')}>{numberText(campaign.leaflets)}</Fact>
              {report && <Fact label={t('campaigns.commitments')}>{numberText(report.commitments)}</Fact>}
              {report && <Fact label={t('campaigns.models')}>{numberText(report.models)}</Fact>}
            </dl>
            {report && (
              <>
                <p>
                  <bdi>{report.words}</bdi>
                </p>
                {report.lessons && (
                  <p>
                    <strong>{t('campaigns.lessons')}</strong> <bdi>{report.lessons}</bdi>
                  </p>
                )}
                <p className="hint">
                  <Name>{report.by.displayName}</Name> · <Moment at={report.at} />
                  {report.version > 1 && ` · ${t('campaigns.reportVersion', { version: report.version })}`}
                </p>
              </>
            )}
          </section>
        </div>
        <Messages data={data} />
        <Materials data={data} path={path} />
        <Activities path={path} />
        <Commendations path={path} />
        {data.mayReadHistory && <History path={path} version={data.version} />}
      </div>
      <Dialog open={open !== null} onClose={close} title={open ? tCode('campaigns.act', open) : ''}>
        {open === 'material' && <MaterialForm id={campaign.id} onDone={close} />}
        {open && open !== 'material' && <ActOf act={open} path={path} onDone={close} />}
      </Dialog>
    </>
  );
}

/** The decision about the plan that was shown when it was opened; where that changed meanwhile, it is begun anew. */
function Decide({ data, path }: { data: Campaign; path: string }) {
  const [seen, setSeen] = useState(data.version);
  const [outcome, setOutcome] = useState<'ACCEPTED' | 'REFUSED'>('ACCEPTED');
  return (
    <section className="panel stack" id="decide">
      <h2>{t('campaigns.decide')}</h2>
      <Segments label={t('campaigns.decide')} of={['ACCEPTED', 'REFUSED'] as const} chosen={outcome} words="teams.outcome" onChoose={setOutcome} />
      {seen !== data.version && <Changed onRead={() => setSeen(data.version)} />}
      <div hidden={seen !== data.version}>
        <FieldsForm
          key={`${outcome} ${seen}`}
          path={`${path}/decision`}
          stale="campaigns"
          fixed={{ outcome, version: seen }}
          questions={outcome === 'ACCEPTED' ? paperQuestions() : [{ name: 'reason', label: t('work.reason'), kind: 'words' }]}
          onDone={() => {}}
        />
      </div>
    </section>
  );
}

function Changed({ onRead }: { onRead: () => void }) {
  return (
    <Notice tone="warn" title={t('campaigns.planChanged')}>
      <Button label={t('campaigns.planRead')} onClick={onRead} />
    </Notice>
  );
}

/** What was said and added after the approval, and the chair's decision about all of it. */
function Waiting({ data, path }: { data: Campaign; path: string }) {
  const { messages, materials } = data.waiting;
  const [seen, setSeen] = useState(data.version);
  const [outcome, setOutcome] = useState<'ACCEPTED' | 'REFUSED'>('ACCEPTED');
  if (messages.length === 0 && materials.length === 0) return null;
  return (
    <section className="panel stack" id="waiting">
      <h2>{t('campaigns.waitingTitle')}</h2>
      <p className="hint">{t('campaigns.waitingHint')}</p>
      {messages.map((each) => (
        <MessageText key={each.language} message={each} />
      ))}
      <ul className="link-rows">
        {materials.map((each) => (
          <MaterialRow key={each.id} material={each} path={path} />
        ))}
      </ul>
      {data.mayDecideChanges && (
        <>
          {seen !== data.version && <Changed onRead={() => setSeen(data.version)} />}
          <div hidden={seen !== data.version}>
            <Segments label={t('campaigns.decideChanges')} of={['ACCEPTED', 'REFUSED'] as const} chosen={outcome} words="teams.outcome" onChoose={setOutcome} />
            <FieldsForm
              key={`${outcome} ${seen}`}
              path={`${path}/changes/decision`}
              stale="campaigns"
              fixed={{ outcome, version: seen }}
              questions={outcome === 'ACCEPTED' ? [] : [{ name: 'reason', label: t('work.reason'), kind: 'words' }]}
              submit={t('campaigns.decideChanges')}
              onDone={() => {}}
            />
          </div>
        </>
      )}
    </section>
  );
}

function MessageText({ message }: { message: Message }) {
  return (
    <div>
      <h3>{languageNames[languages[message.language]]}</h3>
      <p lang={languages[message.language]} dir={message.language === 'AR' ? 'rtl' : 'ltr'}>
        {message.words}
      </p>
    </div>
  );
}

function MaterialRow({ material, path, children }: { material: Material; path: string; children?: ReactNode }) {
  return (
    <li>
      {material.check === 'WAITING' || material.check === 'INFECTED' ? (
        <span>
          <bdi>{material.title}</bdi>
        </span>
      ) : (
        <a className="row-link-plain" href={`${path}/materials/${material.id}`} download>
          <bdi>{material.title}</bdi>
        </a>
      )}
      <span className="summary">
        <Code>
          {material.media} · {bytesText(material.sizeBytes)}
        </Code>
        {material.check !== 'CLEAN' && <Badge tone={material.check === 'INFECTED' ? 'bad' : 'warn'}>{tCode('campaigns.check', material.check)}</Badge>}
        {children}
      </span>
    </li>
  );
}

function ActOf({ act, path, onDone }: { act: Exclude<Act, 'material'>; path: string; onDone: () => void }) {
  switch (act) {
    case 'message':
      return (
        <FieldsForm
          path={`${path}/messages`}
          stale="campaigns"
          questions={[
            { name: 'language', label: t('campaigns.language'), kind: 'choice', choices: (['VI', 'EN', 'AR'] as const).map((each) => [each, languageNames[languages[each]]] as const) },
            { name: 'words', label: t('campaigns.words'), kind: 'words' },
          ]}
          onDone={onDone}
        />
      );
    case 'activity':
      return (
        <FieldsForm
          path={`${path}/activities`}
          stale="campaigns"
          once
          questions={[
            { name: 'kind', label: t('campaigns.activityKindLabel'), kind: 'choice', choices: activityKinds.map((each) => [each, tCode('campaigns.activity', each)] as const) },
            { name: 'on', label: t('work.day'), kind: 'day' },
            { name: 'place', label: t('work.place'), kind: 'text' },
            { name: 'attended', label: t('campaigns.attended'), hint: t('campaigns.attendedHint'), kind: 'number', start: '0' },
            { name: 'households', label: t('campaigns.households'), kind: 'number', start: '0' },
            { name: 'leaflets', label: t('campaigns.leaflets'), kind: 'number', start: '0' },
            { name: 'words', label: t('work.note'), kind: 'words', optional: true },
          ]}
          onDone={onDone}
        />
      );
    case 'end':
      return <FieldsForm path={`${path}/end`} stale="campaigns" questions={[{ name: 'on', label: t('campaigns.endedOn'), kind: 'day' }]} onDone={onDone} />;
    case 'report':
      return (
        <FieldsForm
          path={`${path}/report`}
          stale="campaigns"
          questions={[
            { name: 'words', label: t('campaigns.resultWords'), kind: 'words' },
            { name: 'lessons', label: t('campaigns.lessons'), kind: 'words', optional: true },
            { name: 'commitments', label: t('campaigns.commitments'), kind: 'number', start: '0' },
            { name: 'models', label: t('campaigns.models'), kind: 'number', start: '0' },
          ]}
          onDone={onDone}
        />
      );
    case 'commend':
      return (
        <FieldsForm
          path={`${path}/commendations`}
          stale="campaigns"
          once
          questions={[
            {
              name: 'whom',
              label: t('campaigns.whom'),
              hint: t('campaigns.whomHint'),
              kind: 'choice',
              choices: (['UNIT', 'PERSON'] as const).map((each) => [each, tCode('campaigns.whomIs', each)] as const),
            },
            { name: 'name', label: t('campaigns.whomName'), kind: 'text' },
            { name: 'form', label: t('work.form'), kind: 'text' },
            { name: 'authority', label: t('work.authority'), kind: 'text' },
            ...paperQuestions(),
          ]}
          onDone={onDone}
        />
      );
  }
}

function Messages({ data }: { data: Campaign }) {
  if (data.messages.length === 0) return null;
  return (
    <section className="panel stack">
      <h2>{t('campaigns.messages')}</h2>
      {data.messages.map((each) => (
        <MessageText key={each.language} message={each} />
      ))}
    </section>
  );
}

function Materials({ data, path }: { data: Campaign; path: string }) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: (id: string) => json<void>(`${path}/materials/${id}/removal`, { method: 'POST', body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  });
  if (data.materials.length === 0) return null;
  const early = data.campaign.state === 'PLANNED' || data.campaign.state === 'RUNNING';
  return (
    <section className="panel stack">
      <h2>{t('campaigns.materials')}</h2>
      {remove.error && <Failure failure={remove.error} />}
      <ul className="link-rows">
        {data.materials.map((each) => (
          <MaterialRow key={each.id} material={each} path={path}>
            {data.mayManage && early && <Button small kind="quiet" label={t('campaigns.remove')} disabled={remove.isPending} onClick={() => remove.mutate(each.id)} />}
          </MaterialRow>
        ))}
      </ul>
    </section>
  );
}

const standings = { WAITING: 'warn', ACCEPTED: 'ok', REFUSED: 'mute' } as const;

/** All that was ever said and added, with what came of it; fetched when it is opened. */
function History({ path, version }: { path: string; version: number }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="panel" id="campaign-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('campaigns.history')}</summary>
      {open && <Said key={version} path={path} />}
    </details>
  );
}

function Said({ path }: { path: string }) {
  const said = usePages<SaidOnce>(`${path}/history`, ['campaigns', 'history', path]);
  return (
    <Pages pages={said} empty={<p>{t('campaigns.noHistory')}</p>}>
      {(items) => (
        <ol className="plain-list programme-items">
          {items.map((each) => (
            <li key={each.key}>
              <p className="summary">
                <strong>{each.language ? `${languageNames[languages[each.language]]} · ${t('campaigns.reportVersion', { version: each.version })}` : t('campaigns.material')}</strong>
                {each.standing !== 'ACCEPTED' ? (
                  <Badge tone={standings[each.standing]}>{tCode('campaigns.standing', each.standing)}</Badge>
                ) : each.removedAt ? (
                  <Badge tone="mute">{t('campaigns.removed')}</Badge>
                ) : each.counts ? (
                  <Badge tone="ok">{t('campaigns.counts')}</Badge>
                ) : (
                  <Badge tone="mute">{t('campaigns.superseded')}</Badge>
                )}
              </p>
              <p lang={each.language ? languages[each.language] : undefined} dir={each.language ? (each.language === 'AR' ? 'rtl' : 'ltr') : 'auto'}>
                {each.text}
              </p>
              <p className="hint">
                <Name>{each.by.displayName}</Name> · <Moment at={each.at} />
                {each.decidedBy && each.decidedAt && (
                  <>
                    {' '}
                    · {t('campaigns.decidedBy')} <Name>{each.decidedBy.displayName}</Name> · <Moment at={each.decidedAt} />
                    {each.reason && (
                      <>
                        : <bdi>{each.reason}</bdi>
                      </>
                    )}
                  </>
                )}
                {each.removedBy && each.removedAt && (
                  <>
                    {' '}
                    · {t('campaigns.removedBy')} <Name>{each.removedBy.displayName}</Name> · <Moment at={each.removedAt} />
                  </>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Pages>
  );
}

function Activities({ path }: { path: string }) {
  const [withdrawing, setWithdrawing] = useState<Activity | null>(null);
  const activities = usePages<Activity>(`${path}/activities`, ['campaigns', 'activities', path]);
  return (
    <section className="panel stack" id="activities">
      <h2>{t('campaigns.activities')}</h2>
      <Pages pages={activities} empty={<p>{t('campaigns.noActivities')}</p>}>
        {(items) => (
          <ul className="link-rows">
            {items.map((each) => (
              <li key={each.id}>
                <Crossed withdrawn={each.withdrawn}>
                  <Code>{dayText(each.on)}</Code> · {tCode('campaigns.activity', each.kind)} · <bdi>{each.place}</bdi>
                </Crossed>
                <Crossed withdrawn={each.withdrawn}>{t('campaigns.came', { attended: each.attended, households: each.households, leaflets: each.leaflets })}</Crossed>
                <small>
                  {each.words && (
                    <>
                      <bdi>{each.words}</bdi> ·{' '}
                    </>
                  )}
                  <Name>{each.by.displayName}</Name>
                  <Withdrawn {...each} onWithdraw={() => setWithdrawing(each)} />
                </small>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      <WithdrawDialog path={withdrawing && `${path}/activities/${withdrawing.id}`} onClose={() => setWithdrawing(null)} />
    </section>
  );
}

function Commendations({ path }: { path: string }) {
  const [withdrawing, setWithdrawing] = useState<Commendation | null>(null);
  const commendations = usePages<Commendation>(`${path}/commendations`, ['campaigns', 'commendations', path]);
  if (!commendations.data || commendations.data.length === 0) return null;
  return (
    <section className="panel stack" id="commendations">
      <h2>{t('campaigns.commendations')}</h2>
      <Pages pages={commendations} empty={null}>
        {(items) => (
          <ul className="link-rows">
            {items.map((each) => (
              <li key={each.id}>
                <Crossed withdrawn={each.withdrawn}>
                  <Name>{each.name ?? t('teams.erased')}</Name>
                </Crossed>
                <Crossed withdrawn={each.withdrawn}>{each.form}</Crossed>
                <small>
                  <bdi>{each.authority}</bdi> · <Code>{each.number}</Code> · <Code>{dayText(each.on)}</Code>
                  <Withdrawn {...each} onWithdraw={() => setWithdrawing(each)} />
                </small>
              </li>
            ))}
          </ul>
        )}
      </Pages>
      <WithdrawDialog path={withdrawing && `${path}/commendations/${withdrawing.id}`} onClose={() => setWithdrawing(null)} />
    </section>
  );
}

function Crossed({ withdrawn, children }: { withdrawn: string | null; children: ReactNode }) {
  return withdrawn === null ? <span>{children}</span> : <s>{children}</s>;
}

/** Why something counts no more, or the way to say so. */
function Withdrawn({ withdrawn, mayWithdraw, onWithdraw }: { withdrawn: string | null; mayWithdraw: boolean; onWithdraw: () => void }) {
  if (withdrawn !== null)
    return (
      <>
        {' '}
        · {t('campaigns.withdrawn')}: <bdi>{withdrawn}</bdi>
      </>
    );
  if (!mayWithdraw) return null;
  return (
    <>
      {' '}
      <Button small kind="quiet" label={t('campaigns.withdraw')} onClick={onWithdraw} />
    </>
  );
}

function WithdrawDialog({ path, onClose }: { path: string | null; onClose: () => void }) {
  return (
    <Dialog open={path !== null} onClose={onClose} title={t('campaigns.withdrawTitle')}>
      {path && (
        <FieldsForm
          path={`${path}/withdrawal`}
          stale="campaigns"
          questions={[{ name: 'reason', label: t('work.reason'), hint: t('campaigns.withdrawHint'), kind: 'words' }]}
          submit={t('campaigns.withdraw')}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

/** A file is told by its content: PDF and MP3 up to 5 MB, pictures up to 3 MB. */
function MaterialForm({ id, onDone }: { id: string; onDone: () => void }) {
  const [file, setFile] = useState<File | null>(null);
  const [content, setContent] = useState<string | null>(null);
  const choose = async (chosen: File | null) => {
    setFile(chosen);
    setContent(null);
    if (!chosen) return;
    if (chosen.size > 5 * 1024 * 1024) {
      toast(t('campaigns.tooLarge'), 'bad');
      setFile(null);
      return;
    }
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    let text = '';
    for (let from = 0; from < bytes.length; from += 0x8000) text += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
    setContent(btoa(text));
  };
  return (
    <FieldsForm
      path={`/api/campaign-materials/${id}`}
      stale="campaigns"
      once
      fixed={{ content: content ?? '' }}
      questions={[{ name: 'title', label: t('campaigns.materialTitle'), kind: 'text' }]}
      onDone={onDone}
    >
      <div className="field">
        <label htmlFor="content">{t('campaigns.file')}</label>
        <p className="hint">{t('campaigns.fileHint')}</p>
        <input id="content" type="file" accept=".pdf,.png,.jpg,.jpeg,.webp,.mp3" onChange={(event) => void choose(event.target.files?.[0] ?? null)} />
        {file && (
          <p className="hint">
            <Code>{bytesText(file.size)}</Code>
          </p>
        )}
      </div>
    </FieldsForm>
  );
}
