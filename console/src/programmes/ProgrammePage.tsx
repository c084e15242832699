import { useState } from 'react';
import { useParams } from 'react-router';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { paperQuestions } from '../teams/PaperFields';
import { Moment } from '../time/site';
import { Button, ButtonLink } from '../ui/Button';
import { FieldsForm } from '../ui/FieldsForm';
import { Dialog, DialogButton } from '../ui/overlays';
import { Badge, QueryState } from '../ui/State';
import { Code, Fact, Name, PageHead, usePageTitle } from '../ui/text';
import { Activities } from './Activities';
import { Assessments } from './Assessments';
import { CopyTree } from './CopyTree';
import { Decision } from './Decision';
import { EffectPanel } from './EffectPanel';
import css from './programmes.module.css';
import { useProgramme, useProgrammesChanged } from './queries';
import { StepForm } from './StepForm';
import type { Commune, Content, Programme, ProgrammeProposal } from './types';
import { AreasOf, PartnerName, StateBadge } from './words';

/** A programme: what it is, what waits, what was done, how it was assessed, where it was copied, before and after. */
export function ProgrammePage() {
  const { id = '' } = useParams();
  const programme = useProgramme(id);
  usePageTitle(programme.data?.programme.name ?? t('programmes.title'));
  if (!programme.data) return <QueryState query={programme} />;
  return <View data={programme.data} />;
}

function View({ data }: { data: Programme }) {
  const { programme, may } = data;
  const waits = data.assessments.some((each) => each.state === 'SENT');
  return (
    <>
      <PageHead
        title={<Name>{programme.name}</Name>}
        lead={
          <p className="summary">
            <StateBadge state={programme.state} />
            {programme.recommended && <Badge tone="info">{t('programmes.recommended')}</Badge>}
            <Code>{programme.code}</Code>
            <bdi>{programme.kindName}</bdi>
          </p>
        }
        actions={
          <>
            {may.copy && <ButtonLink kind="primary" icon="copy" label={t('programmes.copyTo')} to={`/programmes/${programme.id}/copy`} />}
            {may.assess.map((each) => (
              <ButtonLink
                key={each.communeId ?? ''}
                label={
                  <>
                    {t('programmes.assessYear', { year: String(each.year) })}
                    {data.communes.length > 1 && (
                      <>
                        {' '}
                        · <Name>{each.communeName}</Name>
                      </>
                    )}
                  </>
                }
                to={`/programmes/${programme.id}/assess${each.communeId ? `?commune=${each.communeId}` : ''}`}
              />
            ))}
            {may.revise && <ButtonLink label={t(programme.state === 'PROPOSED' ? 'programmes.revise' : 'programmes.change')} to={`/programmes/${programme.id}/revise`} />}
            <DialogButton kind="quiet" label={t(programme.state === 'DORMANT' ? 'programmes.resumeOrEnd' : 'programmes.restOrEnd')} shown={may.step}>
              {(close) => <StepForm programme={programme} onDone={close} />}
            </DialogButton>
          </>
        }
      />
      <div className="stack">
        {data.pending && <Pending act={data.pending} data={data} />}
        {data.communes.length > 0 && <Communes data={data} />}
        {waits && <Assessments data={data} />}
        <div className="card-page">
          <section className="panel stack" id="content">
            <h2>{t('programmes.content')}</h2>
            <ContentView content={data.content} />
          </section>
          <section className="panel stack" id="about">
            <h2>{t('programmes.about')}</h2>
            <dl className="facts">
              <Fact label={t('programmes.areas')}>
                <AreasOf programme={programme} />
              </Fact>
              <Fact label={t('programmes.commune')}>
                <bdi>{programme.communeName}</bdi>
              </Fact>
              {programme.launchedOn && (
                <Fact label={t('programmes.launchedOn')}>
                  <Code>{dayText(programme.launchedOn)}</Code>
                </Fact>
              )}
              {programme.endedOn && (
                <Fact label={t('programmes.endedOn')}>
                  <Code>{dayText(programme.endedOn)}</Code>
                </Fact>
              )}
              {data.parent && (
                <Fact label={t('programmes.copiedFrom')}>
                  <Code>{data.parent.code}</Code> · <AreasOf programme={data.parent} />
                </Fact>
              )}
            </dl>
            {data.years.length > 0 && (
              <ul className="plain-list" id="years">
                {data.years.map((year) => (
                  <li key={year.year}>
                    <Code>{year.year}</Code>: {t('programmes.yearOf', { activities: year.activities, attended: year.attended })}
                  </li>
                ))}
              </ul>
            )}
            <p className="hint">{t('programmes.groupOnly')}</p>
          </section>
        </div>
        {may.effect && <EffectPanel programme={programme} indicators={data.content.indicators} />}
        {!waits && data.assessments.length > 0 && <Assessments data={data} />}
        {data.own && programme.launchedOn && <Activities data={data} />}
        <CopyTree programme={programme} />
        {data.proposals.length > 0 && <History data={data} />}
      </div>
    </>
  );
}

export function ContentView({ content }: { content: Content }) {
  return (
    <>
      <p>
        <bdi>{content.goal}</bdi>
      </p>
      {content.rules.length > 0 && (
        <>
          <h3>{t('programmes.rules')}</h3>
          <ol className={css.programmeLines}>
            {content.rules.map((rule) => (
              <li key={rule}>
                <bdi>{rule}</bdi>
              </li>
            ))}
          </ol>
        </>
      )}
      <h3>{t('programmes.criteria')}</h3>
      <ol className={css.programmeLines}>
        {content.criteria.map((criterion) => (
          <li key={criterion}>
            <bdi>{criterion}</bdi>
          </li>
        ))}
      </ol>
      {content.partners.length > 0 && (
        <>
          <h3>{t('programmes.partners')}</h3>
          <ul className={css.programmeLines}>
            {content.partners.map((partner, index) => (
              <li key={index}>
                <PartnerName partner={partner} />
                {partner.office && (
                  <>
                    {' '}
                    · <bdi>{partner.office}</bdi>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{t('programmes.indicators')}</h3>
      <p>{content.indicators.map((each) => tCode('programmes.indicator', each)).join(' · ')}</p>
    </>
  );
}

/** What waits for the chair, with the text that it is about. */
function Pending({ act, data }: { act: ProgrammeProposal; data: Programme }) {
  const written = data.versions.find((each) => each.version === act.version);
  return (
    <section className="panel stack" id="pending-act">
      <h2>
        {tCode('programmes.waits', act.kind)} <Badge tone="warn">{t('programmes.pending')}</Badge>
      </h2>
      <p>
        {t('programmes.proposedBy')} <Name>{act.proposedBy.displayName}</Name> · <Moment at={act.proposedAt} /> · {t('programmes.version', { number: act.version })}
        {written && written.writtenBy.id !== act.proposedBy.id && (
          <>
            {' '}
            · {t('programmes.writtenBy')} <Name>{written.writtenBy.displayName}</Name>
          </>
        )}
      </p>
      {(written?.reason ?? act.reason) && (
        <p>
          {t('programmes.reason')}: <bdi>{written?.reason ?? act.reason}</bdi>
        </p>
      )}
      {written?.name && (
        <p>
          {t('programmes.calledFrom')}: <Name>{written.name}</Name>
        </p>
      )}
      {act.kind === 'CHANGE' && written && (
        <details open>
          <summary>{t('programmes.newContent')}</summary>
          <ContentView content={written.content} />
        </details>
      )}
      {data.may.decide ? <Decision programme={data.programme} act={act} /> : <p className="hint">{t('programmes.decidedByChair')}</p>}
    </section>
  );
}

/** The communes in which it lies, and which of them consented to the text that waits, or that holds. */
function Communes({ data }: { data: Programme }) {
  const changed = useProgrammesChanged();
  const [consenting, setConsenting] = useState<[Commune, ProgrammeProposal] | null>(null);
  return (
    <section className="panel stack" id="communes">
      <h2>{t('programmes.communes')}</h2>
      <ul className="link-rows">
        {data.communes.map((each) => (
          <li key={each.id}>
            <Name>{each.name}</Name>
            <span className="summary">
              {each.lead ? t('programmes.leadCommune') : <Badge tone={each.consent ? 'ok' : 'warn'}>{t(each.consent ? 'programmes.consented' : 'programmes.consentWaits')}</Badge>}
              {each.mayConsent && data.pending && <Button small kind="primary" label={t('programmes.consent')} onClick={() => data.pending && setConsenting([each, data.pending])} />}
            </span>
            {each.consent && (
              <small>
                <Code>{each.consent.number}</Code> · <Code>{dayText(each.consent.on)}</Code> · <Name>{each.consent.by.displayName}</Name> · <Moment at={each.consent.at} />
              </small>
            )}
          </li>
        ))}
      </ul>
      <Dialog open={consenting !== null} onClose={() => setConsenting(null)} title={t('programmes.consent')}>
        {consenting && (
          <FieldsForm
            path={`/api/programmes/${data.programme.id}/consents`}
            stale="programmes"
            fixed={{ communeId: consenting[0].id, actId: consenting[1].id, version: consenting[1].version }}
            questions={paperQuestions()}
            submit={t('programmes.consent')}
            onDone={() => {
              setConsenting(null);
              void changed();
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

/** What was decided, each with who proposed it, why, who signed, and the text that it was about. */
function History({ data }: { data: Programme }) {
  return (
    <section className="panel stack" id="history">
      <h2>{t('programmes.history')}</h2>
      <ol className="plain-list stack">
        {data.proposals.map((act) => (
          <li key={act.id}>
            <p className="summary">
              <strong>{tCode('programmes.act', act.kind)}</strong>
              <Badge tone={act.decision?.outcome === 'ACCEPTED' ? 'ok' : 'mute'}>{tCode('programmes.outcome', act.decision?.outcome ?? '')}</Badge>
              <span>{t('programmes.version', { number: act.version })}</span>
              {act.decision?.number && act.decision.on && (
                <span>
                  <Code>{act.decision.number}</Code> · <Code>{dayText(act.decision.on)}</Code>
                  {act.decision.signer && (
                    <>
                      {' '}
                      · {t('programmes.signedBy')} <Name>{act.decision.signer}</Name>
                    </>
                  )}
                </span>
              )}
            </p>
            {act.decision && (
              <p className="hint">
                {act.decision.by ? (
                  <>
                    {t('programmes.decidedBy')} <Name>{act.decision.by.displayName}</Name>
                  </>
                ) : (
                  t('programmes.importedOnPaper')
                )}{' '}
                · <Moment at={act.decision.at} />
                {act.decision.reason && (
                  <>
                    : <bdi>{act.decision.reason}</bdi>
                  </>
                )}
              </p>
            )}
            <p className="hint">
              {t('programmes.proposedBy')} <Name>{act.proposedBy.displayName}</Name> · <Moment at={act.proposedAt} />
              {act.reason && (
                <>
                  : <bdi>{act.reason}</bdi>
                </>
              )}
            </p>
            <TextOf act={act} data={data} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function TextOf({ act, data }: { act: ProgrammeProposal; data: Programme }) {
  const written = data.versions.find((each) => each.version === act.version);
  if (!written || (act.kind !== 'LAUNCH' && act.kind !== 'CHANGE')) return null;
  return (
    <details>
      <summary>{t('programmes.textOf', { number: act.version })}</summary>
      <p className="hint">
        {t('programmes.writtenBy')} <Name>{written.writtenBy.displayName}</Name> · <Moment at={written.writtenAt} />
        {written.reason && (
          <>
            {' '}
            · {t('programmes.writtenWhy')}: <bdi>{written.reason}</bdi>
          </>
        )}
        {written.name && (
          <>
            {' '}
            · {t('programmes.calledFrom')}: <Name>{written.name}</Name>
          </>
        )}
      </p>
      <ContentView content={written.content} />
    </details>
  );
}
