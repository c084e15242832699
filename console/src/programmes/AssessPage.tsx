import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { json } from '../api/client';
import { t } from '../i18n/text';
import { readNumber } from '../standard/RegisterUnitPage';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, Radios, TextArea, TextField } from '../ui/Field';
import { saved } from '../ui/overlays';
import { Empty, QueryState } from '../ui/State';
import { Name, PageHead, usePageTitle } from '../ui/text';
import { useProgramme, useProgrammesChanged } from './queries';
import { conclusions, type Programme, type ProgrammeLine, type Result, results, type YearToAssess } from './types';

/** Assesses a programme for a year that is over; another person confirms. */
export function AssessPage() {
  const { id = '' } = useParams();
  usePageTitle(t('programmes.assess'));
  const programme = useProgramme(id);
  if (!programme.data) return <QueryState query={programme} />;
  return <Opened data={programme.data} />;
}

/** As it was when the form was opened: a year that somebody else assesses meanwhile does not become another one, and no answer is lost. */
function Opened({ data }: { data: Programme }) {
  const [{ programme: line, may, versions, communes }] = useState(data);
  const [search] = useSearchParams();
  const [part] = useState(search.get('commune'));
  const asked = may.assess.find((each) => each.communeId === part) ?? (part === null ? may.assess[0] : undefined);
  if (!asked) return <Empty icon="programme" title={t('programmes.nothingToAssess')} />;
  const criteria = versions.find((each) => each.version === asked.version)?.content.criteria ?? [];
  return <Form line={line} asked={{ ...asked, criteria }} several={communes.length > 1} />;
}

/** What a year is assessed by: the criteria of the text that held when it ended. */
interface Asked extends YearToAssess {
  criteria: readonly string[];
}

function Form({ line, asked: { communeId, communeName, year, version, criteria }, several }: { line: ProgrammeLine; asked: Asked; several: boolean }) {
  const navigate = useNavigate();
  const changed = useProgrammesChanged();
  const path = `/programmes/${line.id}`;
  const [answers, setAnswers] = useState<{ result: Result | ''; words: string }[]>(criteria.map(() => ({ result: '', words: '' })));
  const [conclusion, setConclusion] = useState('');
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const [agreed, setAgreed] = useState('');
  const set = (index: number, part: Partial<(typeof answers)[number]>) => setAnswers(answers.map((each, place) => (place === index ? { ...each, ...part } : each)));
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      answers.forEach((answer, index) => {
        if (!answer.result) found.push({ field: `answers[${index}]`, message: t('programmes.answerMissing', { number: index + 1 }) });
        else if (answer.result !== 'MET' && !answer.words.trim()) found.push({ field: `answers[${index}].words`, message: t('programmes.whyMissing', { number: index + 1 }) });
      });
      if (!conclusion) found.push({ field: 'conclusion', message: t('programmes.conclusionMissing') });
      if (!words.trim()) found.push({ field: 'words', message: t('programmes.wordsMissing') });
      if (readNumber(asked) === null) found.push({ field: 'partnersAsked', message: t('programmes.countWrong') });
      if (readNumber(agreed) === null) found.push({ field: 'partnersAgreed', message: t('programmes.countWrong') });
      return found;
    },
    send: () =>
      json<ProgrammeLine>(`/api${path}/assessments`, {
        method: 'POST',
        body: {
          communeId,
          year,
          version,
          answers: answers.map((each) => ({ result: each.result, words: each.words.trim() || null })),
          conclusion,
          words: words.trim(),
          partnersAsked: readNumber(asked),
          partnersAgreed: readNumber(agreed),
        },
      }),
    done: saved(changed, () => void navigate(path)),
  });
  const { wrong } = command;
  return (
    <>
      <PageHead
        title={t('programmes.assessYear', { year: String(year) })}
        lead={
          <>
            <p>
              <Name>{line.name}</Name> · {t('programmes.assessLead')}
            </p>
            {several && (
              <p>
                <Name>{communeName}</Name>: {t(communeId === null ? 'programmes.assessAll' : 'programmes.assessPart')}
              </p>
            )}
          </>
        }
      />
      <CommandForm command={command} className="form form-wide panel" label={t('programmes.sendAssessment')} onCancel={path}>
        {criteria.map((criterion, index) => (
          <div key={criterion}>
            <Radios
              id={`answers[${index}]`}
              label={`${index + 1}. ${criterion}`}
              error={wrong(`answers[${index}]`)}
              name={`answer-${index}`}
              of={results}
              value={answers[index]?.result}
              words="programmes.result"
              onText={(result) => set(index, { result })}
            />
            <TextField
              id={`answers[${index}].words`}
              label={t('programmes.why')}
              optional={answers[index]?.result === 'MET' || answers[index]?.result === ''}
              error={wrong(`answers[${index}].words`)}
              value={answers[index]?.words ?? ''}
              onText={(words) => set(index, { words })}
            />
          </div>
        ))}
        <div className="form-row">
          <TextField id="partnersAsked" label={t('programmes.partnersAsked')} code inputMode="numeric" error={wrong('partnersAsked')} value={asked} onText={setAsked} />
          <TextField id="partnersAgreed" label={t('programmes.partnersAgreed')} code inputMode="numeric" error={wrong('partnersAgreed')} value={agreed} onText={setAgreed} />
        </div>
        <Choose
          id="conclusion"
          label={t('programmes.fConclusion')}
          error={wrong('conclusion')}
          none={t('programmes.choose')}
          of={conclusions.filter((each) => line.state !== 'ENDED' || each === 'END')}
          words="programmes.conclusion"
          value={conclusion}
          onText={setConclusion}
        />
        <TextArea id="words" label={t('programmes.inWords')} hint={t('programmes.noNames')} rows={3} error={wrong('words')} value={words} onText={setWords} />
      </CommandForm>
    </>
  );
}
