import { useState } from 'react';
import type * as Api from '#api';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { Button } from '../ui/Button';
import { FieldsForm, type Question } from '../ui/FieldsForm';
import { Dialog } from '../ui/overlays';
import { Failure, Loading } from '../ui/State';
import { Code, numberText } from '../ui/text';
import { useWork } from './work/queries';

type CoverOf = Api.TeamCover;

const benefitKinds = ['SICKNESS', 'ACCIDENT', 'DEATH'] as const;
const acts = ['residence', 'insurance', 'benefits'] as const;
type Act = (typeof acts)[number];

/** Where somebody lives, their insurance, and benefits that were granted: read on demand, since each reading is an entry of the log. */
export function MemberBenefits({ team, member, keeps }: { team: string; member: string; keeps: boolean }) {
  const [shown, setShown] = useState(false);
  const [open, setOpen] = useState<Act | null>(null);
  const path = `/api/teams/${team}/members/${member}`;
  const cover = useWork<CoverOf>(`${path}/cover`, {}, shown);
  const questions: Record<Act, Question[]> = {
    residence: [
      { name: 'on', label: t('teams.coverOn'), hint: t('teams.fDayHint'), kind: 'day' },
      { name: 'resident', label: t('teams.coverResident'), kind: 'yes' },
    ],
    insurance: [
      { name: 'from', label: t('teams.coverFrom'), hint: t('teams.fDayHint'), kind: 'day' },
      { name: 'social', label: t('teams.coverSocial'), kind: 'yes' },
      { name: 'health', label: t('teams.coverHealth'), kind: 'yes' },
    ],
    benefits: [
      { name: 'kind', label: t('teams.coverKind'), kind: 'choice', choices: benefitKinds.map((each) => [each, tCode('teams.coverKinds', each)] as const) },
      { name: 'happenedOn', label: t('teams.coverHappened'), hint: t('teams.fDayHint'), kind: 'day' },
      { name: 'dong', label: t('teams.coverDong'), kind: 'number' },
      { name: 'number', label: t('teams.coverPaper'), kind: 'code' },
      { name: 'on', label: t('teams.coverPaperOn'), hint: t('teams.fDayHint'), kind: 'day' },
    ],
  };
  return (
    <section className="panel stack" id="cover">
      <h2>{t('teams.cover')}</h2>
      <p className="hint">{t('teams.coverHint')}</p>
      {!shown && (
        <p>
          <Button label={t('teams.coverShow')} onClick={() => setShown(true)} />
        </p>
      )}
      {shown && cover.isPending && <Loading />}
      {shown && cover.error && <Failure failure={cover.error} />}
      {shown && cover.data && (
        <ul className="plain-list">
          {cover.data.residences.map((each, index) => (
            <li key={`r${index}`}>
              {each.resident ? t('teams.coverLives') : t('teams.coverLivesNot')} · <Code>{dayText(each.on)}</Code>
            </li>
          ))}
          {cover.data.insurance.map((each, index) => (
            <li key={`i${index}`}>
              {t('teams.coverSocial')}: {each.social ? t('app.yes') : t('app.no')} · {t('teams.coverHealth')}: {each.health ? t('app.yes') : t('app.no')} · <Code>{dayText(each.from)}</Code>
            </li>
          ))}
          {cover.data.benefits.map((each) => (
            <li key={each.id}>
              {tCode('teams.coverKinds', each.kind)} · <Code>{dayText(each.happenedOn)}</Code> · {t('teams.coverAmount', { dong: numberText(each.dong) })} · <Code>{each.paper}</Code>
            </li>
          ))}
        </ul>
      )}
      {shown && keeps && (
        <div className="form-end">
          {acts.map((each) => (
            <Button key={each} small kind="quiet" label={tCode('teams.coverActs', each)} onClick={() => setOpen(each)} />
          ))}
        </div>
      )}
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={open ? tCode('teams.coverActs', open) : ''}>
        {open && <FieldsForm key={open} path={`${path}/${open}`} once={open === 'benefits'} stale="teams" questions={questions[open]} onDone={() => setOpen(null)} />}
      </Dialog>
    </section>
  );
}
