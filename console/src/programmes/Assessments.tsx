import { useState } from 'react';
import { json } from '../api/client';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { noPaper, PaperFields, paperBody, paperMistakes } from '../teams/PaperFields';
import { Moment } from '../time/site';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Radios, TextArea } from '../ui/Field';
import { saved } from '../ui/overlays';
import { Badge } from '../ui/State';
import { Code, Name } from '../ui/text';
import css from './programmes.module.css';
import { useProgrammesChanged } from './queries';
import type { Assessment, Programme, ProgrammeLine } from './types';

const tones = { SENT: 'warn', CONFIRMED: 'ok', RETURNED: 'mute' } as const;
const resultTones = { MET: 'ok', NOT_MET: 'bad', NOT_APPLICABLE: 'mute' } as const;

/** The yearly assessments, the latest first; the one that waits is confirmed or returned here. */
export function Assessments({ data }: { data: Programme }) {
  return (
    <section className="panel stack" id="assessments">
      <h2>{t('programmes.assessments')}</h2>
      {data.communes.length > 1 && <SideBySide data={data} />}
      {data.assessments.map((each) => (
        <details key={each.id} open={each.state === 'SENT'} className={css.programmeAssessment}>
          <summary>
            <span className={`summary ${css.programmeYear}`}>
              <Code>{each.year}</Code>
              {data.communes.length > 1 && <Name>{each.communeName}</Name>}
              <Badge tone={tones[each.state]}>{tCode('programmes.assessmentState', each.state)}</Badge>
              {tCode('programmes.conclusion', each.conclusion)}
            </span>
          </summary>
          <One programme={data.programme} assessment={each} />
        </details>
      ))}
    </section>
  );
}

/** What each commune says of its own part in a year, criterion by criterion; what was returned says nothing. */
function SideBySide({ data }: { data: Programme }) {
  const said = data.assessments.filter((each) => each.state !== 'RETURNED');
  const years = [...new Set(said.map((each) => each.year))];
  const of = (year: number, commune: Programme['communes'][number]) => said.find((each) => each.year === year && (commune.lead ? each.communeId === null : each.communeId === commune.id));
  return years.map((year) => {
    const parts = data.communes.map((commune) => ({ commune, said: of(year, commune) }));
    const criteria = [...new Set(parts.flatMap((each) => each.said?.answers.map((answer) => answer.criterion) ?? []))];
    return (
      <div key={year} className="stack">
        <h3 id={`parts-${year}`}>{t('programmes.sideBySide', { year: String(year) })}</h3>
        <div className="table-wrap">
          <table className="table table-cards programme-parts" aria-labelledby={`parts-${year}`}>
            <thead>
              <tr>
                <th scope="col">{t('programmes.criterion')}</th>
                {parts.map(({ commune }) => (
                  <th key={commune.id} scope="col">
                    <Name>{commune.name}</Name>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {criteria.map((criterion) => (
                <tr key={criterion}>
                  <th scope="row">
                    <bdi>{criterion}</bdi>
                  </th>
                  {parts.map(({ commune, said: one }) => {
                    const answer = one?.answers.find((each) => each.criterion === criterion);
                    return (
                      <td key={commune.id} data-label={commune.name}>
                        {answer ? <Badge tone={resultTones[answer.result]}>{tCode('programmes.result', answer.result)}</Badge> : '–'}
                      </td>
                    );
                  })}
                </tr>
              ))}
              <tr>
                <th scope="row">{t('programmes.fConclusion')}</th>
                {parts.map(({ commune, said: one }) => (
                  <td key={commune.id} data-label={commune.name}>
                    {one ? tCode('programmes.conclusion', one.conclusion) : t('programmes.notAssessed')}
                    {one?.state === 'SENT' && (
                      <>
                        {' '}
                        <Badge tone="warn">{tCode('programmes.assessmentState', 'SENT')}</Badge>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            </tbody>
          </table>
        </div>
        <p className="hint">{t('programmes.partsHint')}</p>
      </div>
    );
  });
}

function One({ programme, assessment }: { programme: ProgrammeLine; assessment: Assessment }) {
  return (
    <div className="stack">
      <ol className={css.programmeLines}>
        {assessment.answers.map((answer, index) => (
          <li key={index}>
            <bdi>{answer.criterion}</bdi> <Badge tone={resultTones[answer.result]}>{tCode('programmes.result', answer.result)}</Badge>
            {answer.words && (
              <p className="hint">
                <bdi>{answer.words}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
      <p>
        <bdi>{assessment.words}</bdi>
      </p>
      <p>{t('programmes.partnersView', { asked: assessment.partnersAsked, agreed: assessment.partnersAgreed })}</p>
      <p className="hint">
        {t('programmes.assessedBy')} <Name>{assessment.madeBy.displayName}</Name> · <Moment at={assessment.madeAt} />
      </p>
      {assessment.decidedBy && assessment.decidedAt && (
        <p className="hint">
          {tCode('programmes.verdictBy', assessment.state)} <Name>{assessment.decidedBy.displayName}</Name> · <Moment at={assessment.decidedAt} />
          {assessment.number && assessment.on && (
            <>
              {' '}
              · <Code>{assessment.number}</Code> · <Code>{dayText(assessment.on)}</Code>
            </>
          )}
          {assessment.decisionReason && (
            <>
              : <bdi>{assessment.decisionReason}</bdi>
            </>
          )}
        </p>
      )}
      {assessment.state === 'SENT' && (assessment.mayDecide ? <Verdict programme={programme} assessment={assessment} /> : <p className="hint">{t('programmes.confirmedByChair')}</p>)}
    </div>
  );
}

/** Confirms it with what it concludes, or returns it. */
function Verdict({ programme, assessment }: { programme: ProgrammeLine; assessment: Assessment }) {
  const changed = useProgrammesChanged();
  const [outcome, setOutcome] = useState<'CONFIRMED' | 'RETURNED' | null>(null);
  const [reason, setReason] = useState('');
  const [paper, setPaper] = useState(noPaper);
  const needsPaper = outcome === 'CONFIRMED' && assessment.communeId === null && programme.state !== 'ENDED' && (assessment.conclusion === 'REST' || assessment.conclusion === 'END');
  const { number, on } = paperBody(paper);
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!outcome) found.push({ field: 'verdict-outcome', message: t('programmes.outcomeMissing') });
      if (needsPaper) found.push(...paperMistakes(paper, 'verdict-'));
      if (outcome === 'RETURNED' && !reason.trim()) found.push({ field: 'verdict-reason', message: t('programmes.reasonMissing') });
      return found;
    },
    send: () =>
      json<ProgrammeLine>(`/api/programmes/${programme.id}/assessments/${assessment.id}/decision`, {
        method: 'POST',
        body: { outcome, reason: reason.trim() || null, ...(needsPaper ? { number, on } : {}) },
      }),
    done: saved(changed),
    idOf: (field) => `verdict-${field}`,
  });
  const { wrong } = command;
  return (
    <CommandForm command={command} label={t('programmes.decideButton')}>
      <Radios
        id="verdict-outcome"
        label={t('programmes.fVerdict')}
        error={wrong('verdict-outcome')}
        name="verdict"
        of={['CONFIRMED', 'RETURNED'] as const}
        value={outcome}
        words="programmes.verdict"
        onText={setOutcome}
      />
      {needsPaper && <PaperFields prefix="verdict-" paper={paper} onChange={setPaper} wrong={wrong} />}
      {outcome !== null && (
        <TextArea id="verdict-reason" label={t('programmes.reason')} optional={outcome === 'CONFIRMED'} rows={2} error={wrong('verdict-reason')} value={reason} onText={setReason} />
      )}
    </CommandForm>
  );
}
