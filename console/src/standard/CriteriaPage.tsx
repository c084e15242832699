import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { useUser } from '../api/queries';
import { may } from '../api/rights';
import { t, tCode } from '../i18n/text';
import { dayText } from '../register/days';
import { useAddress } from '../ui/address';
import { Button } from '../ui/Button';
import { CommandForm, type CommandOptions, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import { Choose, fieldsOf, TextArea, TextField, useFields } from '../ui/Field';
import { Dialog, toast } from '../ui/overlays';
import { Badge, Empty, QueryState } from '../ui/State';
import { Code, Fact, PageFrame } from '../ui/text';
import { useCriteria, useThisYear } from './queries';
import { readNumber } from './RegisterUnitPage';
import { type CriterionOfLaw, type UnitKind, unitKinds } from './types';
import { ChooseOne, useYear, YearSegments } from './words';

/** The criteria of a kind of unit in a year; administrators of the whole site add a province's. */
export function CriteriaPage() {
  const user = useUser();
  const year = useYear();
  const [search, change] = useAddress();
  const kind = (search.get('kind') as UnitKind | null) ?? 'RESIDENTIAL_AREA';
  const sets = useCriteria(year);
  const [open, setOpen] = useState<'add' | CriterionOfLaw | null>(null);
  const close = () => setOpen(null);
  const keeps = may(user, 'addCriteria') && user.area === null;
  const set = sets.data?.find((each) => each.unitKind === kind);
  return (
    <PageFrame
      title={t('standard.criteria')}
      lead={t('standard.criteriaLead')}
      actions={keeps && <Button kind="primary" icon="add" label={t('standard.addCriterion')} onClick={() => setOpen('add')} />}
    >
      <div className="toolbar">
        <YearSegments next />
        <ChooseOne label={t('standard.colKind')} choices={unitKinds} chosen={kind} words={(each) => tCode('standard.kind', each)} onChoose={(each) => change({ kind: each })} />
      </div>
      <QueryState query={sets} />
      {sets.data && !set && <Empty icon="standard" title={t('standard.noLaw')} />}
      {set && (
        <>
          <section className="panel">
            <dl className="facts">
              <Fact label={t('standard.law')}>
                <bdi>
                  {set.law}, {set.article}
                </bdi>
              </Fact>
              <Fact label={t('standard.period')}>
                <Code>{dayText(set.periodFrom)}</Code> – <Code>{dayText(set.periodTo)}</Code>
              </Fact>
              <Fact label={t('standard.registerUntil')}>
                <Code>{dayText(set.registerUntil)}</Code>
              </Fact>
              <Fact label={t('standard.decideBefore')}>
                <Code>{dayText(set.decideBefore)}</Code>
              </Fact>
              <Fact label={t('standard.authority')}>{tCode('standard.level', set.authority)}</Fact>
            </dl>
          </section>
          <DataTable heads={[t('standard.colCode'), t('standard.colText'), t('standard.colAnswer'), t('standard.colValid')]} cards>
            {set.criteria.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Code>{each.code}</Code>
                  {each.own && <Badge tone="info">{t('standard.own')}</Badge>}
                </th>
                <td>
                  {each.text}
                  <small className="block hint">
                    <bdi>{each.law}</bdi>
                  </small>
                </td>
                <td>
                  {tCode('standard.answerKind', each.answer)}
                  {each.percent !== null && <> {t('standard.atLeast', { percent: each.percent })}</>}
                </td>
                <td>
                  <Code>
                    {each.fromYear} – {each.toYear ?? '…'}
                  </Code>
                  {keeps && each.own && <Button small kind="quiet" label={t('standard.endCriterion')} onClick={() => setOpen(each)} />}
                </td>
              </tr>
            ))}
          </DataTable>
        </>
      )}
      <Dialog open={open !== null} onClose={close} title={t(open === 'add' ? 'standard.addCriterion' : 'standard.endCriterion')} wide={open === 'add'}>
        {open === 'add' ? <AddForm kind={kind} onDone={close} /> : open && <EndForm criterion={open} onDone={close} />}
      </Dialog>
    </PageFrame>
  );
}

function useKeeping(path: string, onDone: () => void, { check, body }: Required<CommandOptions>) {
  const client = useQueryClient();
  return useCommand({
    check,
    send: () => json<CriterionOfLaw>(path, { method: 'POST', body: body() }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['standard', 'criteria'] });
      toast(t('app.saved'));
      onDone();
    },
  });
}

function AddForm({ kind, onDone }: { kind: UnitKind; onDone: () => void }) {
  const present = useThisYear();
  const [fields, set] = useFields({ unitKind: kind as string, code: '', answer: 'JUDGMENT', percent: '70', law: '', vi: '', en: '', ar: '', fromYear: String(present + 1) });
  const command = useKeeping('/api/standard/criteria', onDone, {
    check: () => [
      ...(['code', 'law', 'vi', 'en', 'ar'] as const).filter((name) => !fields[name].trim()).map((name) => ({ field: name, message: tCode('standard.missing', name) })),
      ...(readNumber(fields.fromYear) === null ? [{ field: 'fromYear', message: t('standard.countWrong') }] : []),
    ],
    body: () => ({ ...fields, code: fields.code.trim(), percent: fields.answer === 'SHARE' ? readNumber(fields.percent) : null, fromYear: readNumber(fields.fromYear) }),
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command}>
      <p className="hint">{t('standard.addHint')}</p>
      <div className="form-row">
        <Choose {...field('unitKind')} label={t('standard.colKind')} of={unitKinds} words="standard.kind" />
        <TextField {...field('code')} label={t('standard.colCode')} hint={t('standard.codeHint')} code autoComplete="off" />
        <TextField {...field('fromYear')} label={t('standard.fFromYear')} code inputMode="numeric" autoComplete="off" />
      </div>
      <div className="form-row">
        <Choose {...field('answer')} label={t('standard.colAnswer')} of={['JUDGMENT', 'LAST_YEAR', 'SHARE'] as const} words="standard.answerKind" />
        {fields.answer === 'SHARE' && <TextField {...field('percent')} label="%" code inputMode="numeric" autoComplete="off" />}
      </div>
      <TextField {...field('law')} label={t('standard.fLaw')} hint={t('standard.fLawHint')} autoComplete="off" />
      <TextArea {...field('vi')} label={t('standard.fText.vi')} lang="vi" />
      <TextArea {...field('en')} label={t('standard.fText.en')} lang="en" />
      <TextArea {...field('ar')} label={t('standard.fText.ar')} lang="ar" />
    </CommandForm>
  );
}

function EndForm({ criterion, onDone }: { criterion: CriterionOfLaw; onDone: () => void }) {
  const present = useThisYear();
  const [year, setYear] = useState(String(present));
  const command = useKeeping(`/api/standard/criteria/${criterion.id}/end`, onDone, {
    check: () => (readNumber(year) === null ? [{ field: 'lastYear', message: t('standard.countWrong') }] : []),
    body: () => ({ lastYear: readNumber(year) }),
  });
  return (
    <CommandForm command={command}>
      <p>
        <Code>{criterion.code}</Code> {criterion.text}
      </p>
      <TextField id="lastYear" label={t('standard.fLastYearOf')} error={command.wrong('lastYear')} code inputMode="numeric" autoComplete="off" value={year} onText={setYear} />
    </CommandForm>
  );
}
