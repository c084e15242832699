import { type FormEvent, useEffect, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { Problem, query } from '../api/client';
import { useCase, useUser } from '../api/queries';
import { may } from '../api/rights';
import { t } from '../i18n/text';
import { useSiteTime } from '../time/site';
import { addressNow } from '../ui/address';
import { Button, ButtonLink } from '../ui/Button';
import { ErrorSummary, type Mistake } from '../ui/ErrorSummary';
import { Option, TextField } from '../ui/Field';
import { MomentField, readMoment } from '../ui/MomentField';
import { unnamed, useMistakes } from '../ui/mistakes';
import { Empty, Failure, Notice, StaleWhileLoading, Working } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import { HitCard } from './HitCard';
import { looserThan } from './levels';
import { Misreading } from './Misreading';
import { momentOf } from './moments';
import { PurposeForm } from './PurposeForm';
import { useSearchAgain, useVehicleSearch } from './queries';
import type { Answer, Understood } from './types';
import { UnderstoodList } from './UnderstoodList';
import css from './vehicles.module.css';

const longestText = 300;

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

/**
 * Finds vehicles by what is remembered of them, in a case and with a reason. What is asked is in the URL; the
 * reason is kept with the visit alone, so that who comes back from the footage finds their search, and who
 * follows a link gives a reason of their own.
 */
export function VehiclesPage() {
  const location = useLocation();
  const [search, setSearch] = useSearchParams();
  const caseId = search.get('case') ?? '';
  const given = (location.state as { reason?: string } | null)?.reason ?? '';
  const text = search.get('q') ?? '';
  const asked = search.get('wrong');
  const strict = search.get('strict') === '1';
  const from = search.get('from');
  const to = search.get('to');
  const [changing, setChanging] = useState(false);
  const [typed, setTyped] = useState(text);
  const clock = useSiteTime();
  const [begin, setBegin] = useState(() => momentOf(from, clock.zone));
  const [end, setEnd] = useState(() => momentOf(to, clock.zone));
  const mistakes = useMistakes();
  const { summary, wrong, tell, tellNamed } = mistakes;
  const whole = caseId !== '' && given !== '' && !changing;
  const found = useVehicleSearch(whole && text ? { caseId, reason: given, text, misreading: asked === null ? null : Number(asked), strict, from, to } : null);
  const again = useSearchAgain();
  useEffect(() => setTyped(text), [text]);
  useEffect(() => setBegin(momentOf(from, clock.zone)), [from]);
  useEffect(() => setEnd(momentOf(to, clock.zone)), [to]);
  useEffect(() => {
    if (!found.error) return;
    tellNamed(found.error);
    if (found.error instanceof Problem && found.error.errors.some(({ field }) => field === 'reason')) setChanging(true);
  }, [found.error]);

  const change = (changes: Record<string, string | null>, { reason = given, goBack = false } = {}) => {
    const next = addressNow();
    for (const [name, value] of Object.entries(changes)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    setSearch(next, { replace: !goBack, state: { reason } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const words = typed.trim();
    const first = readMoment(begin, clock);
    const last = readMoment(end, clock, first ?? undefined);
    const wrongs: Mistake[] = [];
    if (!words) wrongs.push({ field: 'text', message: t('vehicles.textMissing') });
    if (begin.trim() && first === null) wrongs.push({ field: 'from', message: t('find.momentWrong') });
    if (end.trim() && last === null) wrongs.push({ field: 'to', message: t('find.momentWrong') });
    else if (first !== null && last !== null && last <= first) wrongs.push({ field: 'to', message: t('find.toBefore') });
    tell(wrongs);
    if (wrongs.length > 0) return;
    const next = { from: isoOf(first), to: isoOf(last) };
    if (words !== text || asked !== null || next.from !== from || next.to !== to) change({ q: words, wrong: null, ...next }, { goBack: true });
    else if (!found.isFetching) again();
  };

  return (
    <PageFrame title={t('vehicles.title')} lead={t('vehicles.lead')}>
      {whole ? (
        <>
          <Purpose caseId={caseId} reason={given} onChange={() => setChanging(true)} />
          <form className={`${css.form} panel`} onSubmit={submit} noValidate role="search">
            <ErrorSummary {...summary} />
            <TextField
              id="text"
              type="search"
              label={t('vehicles.text')}
              hint={t('vehicles.textHint')}
              placeholder={t('vehicles.placeholder')}
              error={wrong('text')}
              autoComplete="off"
              spellCheck={false}
              maxLength={longestText}
              autoFocus={!text}
              value={typed}
              onText={setTyped}
            />
            <div className={css.span}>
              <MomentField id="from" label={t('find.from')} hint={t('vehicles.timeHint')} optional error={wrong('from')} value={begin} onText={setBegin} />
              <MomentField id="to" label={t('find.to')} hint={t('requests.momentHint')} optional error={wrong('to')} value={end} onText={setEnd} />
            </div>
            <Button kind="primary" icon="search" label={t(found.isFetching ? 'find.searching' : 'find.search')} type="submit" />
          </form>
          {found.isLoading && <Working what={t('find.searching')} />}
          {found.error && unnamed(found.error) && <Failure failure={found.error} retry={again} />}
          {found.data && !found.error && (
            <Found
              pages={found.data.pages}
              caseId={caseId}
              reason={given}
              misreading={asked === null ? null : Number(asked)}
              strict={strict}
              stale={found.isPlaceholderData}
              more={found.hasNextPage ? () => void found.fetchNextPage() : null}
              fetching={found.isFetchingNextPage}
              onMisreading={(level) => change({ wrong: String(level) })}
              onStrict={(on) => change({ strict: on ? '1' : null })}
            />
          )}
        </>
      ) : (
        <PurposeForm
          caseId={caseId}
          reason={given}
          mistakes={mistakes}
          onGiven={(id, reason) => {
            setChanging(false);
            change({ case: id }, { reason });
          }}
        />
      )}
    </PageFrame>
  );
}

/** In which case and why, once that is said. */
function Purpose({ caseId, reason, onChange }: { caseId: string; reason: string; onChange: () => void }) {
  const each = useCase(caseId).data;
  return (
    <div className={css.purpose}>
      <p>
        <span>{t('requests.case')}</span>
        {each && (
          <Link to={`/cases/${caseId}`}>
            <Code>{each.code}</Code> <Name>{each.title}</Name>
          </Link>
        )}
      </p>
      <p>
        <span>{t('vehicles.reason')}</span>
        <bdi>{reason}</bdi>
      </p>
      <Button small kind="quiet" label={t('app.change')} onClick={onChange} />
    </div>
  );
}

interface FoundProps {
  pages: readonly Answer[];
  caseId: string;
  reason: string;
  /** What was chosen; null where the server chose. */
  misreading: number | null;
  strict: boolean;
  stale: boolean;
  more: (() => void) | null;
  fetching: boolean;
  onMisreading: (misreading: number) => void;
  onStrict: (on: boolean) => void;
}

/** What was understood, how wrong a reading may be, and what was found. */
function Found({ pages, caseId, reason, misreading, strict, stale, more, fetching, onMisreading, onStrict }: FoundProps) {
  const [{ understood, accepted, hits: first }] = pages as readonly [Answer, ...Answer[]];
  const hits = pages.flatMap((page) => page.hits.items);
  const level = misreading ?? understood.misreading;
  const looser = looserThan(accepted, level);
  return (
    <>
      <section className={css.asked}>
        <UnderstoodList understood={understood} />
        {accepted.length > 0 && <Misreading levels={accepted} value={level} onChoose={onMisreading} />}
        {(understood.classes.length + understood.colours.length > 0 || understood.direction !== null) && (
          <Option type="checkbox" label={t('vehicles.strict')} checked={strict} onChange={(event) => onStrict(event.target.checked)} />
        )}
      </section>
      <section className={css.found}>
        <StaleWhileLoading stale={stale}>
          <AnalyseLink caseId={caseId} reason={reason} understood={understood} />
          {hits.length === 0 ? (
            <Empty icon="vehicle" title={t('vehicles.none')}>
              <ul className={css.advice}>
                {accepted.length > 0 && <li>{t('vehicles.adviceUnknown')}</li>}
                <li>{t('vehicles.adviceWords')}</li>
                <li>{t('vehicles.adviceTime')}</li>
              </ul>
              {looser !== null && <Button label={t('vehicles.loosen')} onClick={() => onMisreading(looser)} />}
            </Empty>
          ) : (
            <>
              <div className={css.head}>
                <h2>{t('vehicles.results')}</h2>
                <p className="hint" role="status">
                  {first.total === null ? t('app.shown', { count: hits.length }) : t(first.total.more ? 'app.shownOfMore' : 'app.shownOf', { first: 1, last: hits.length, total: first.total.count })}
                </p>
              </div>
              <Notice tone="info" title={t('vehicles.noFact')}>
                <p>{t('vehicles.noFactMore')}</p>
              </Notice>
              <ol className={css.hits}>
                {hits.map((hit) => (
                  <HitCard key={hit.position} hit={hit} caseId={caseId} remembered={understood.plate} />
                ))}
              </ol>
              {pages.length + Number(more !== null) > 1 && (
                <p className="list-end">
                  <Button label={t(fetching ? 'find.searching' : 'vehicles.more')} aria-disabled={more === null || fetching} onClick={() => !fetching && more?.()} />
                </p>
              )}
            </>
          )}
        </StaleWhileLoading>
      </section>
    </>
  );
}

const longestSpan = 24 * 60 * 60_000;

/** To have stored footage analysed: of the camera and the time that are searched, where there is one and it is short enough. */
function AnalyseLink({ caseId, reason, understood: { places, from, to } }: { caseId: string; reason: string; understood: Understood }) {
  const short = Date.parse(to) - Date.parse(from) <= longestSpan;
  const camera = places.find((each) => each.kind === 'CAMERA')?.id;
  return may(useUser(), 'analyseFootage') ? (
    <p>
      <ButtonLink small kind="quiet" icon="play" label={t('vehicles.analyse')} to={`/vehicles/footage${query({ case: caseId, camera, ...(short ? { from, to } : {}) })}`} state={{ reason }} />
    </p>
  ) : null;
}
