import { useNavigate } from 'react-router';
import { json } from '../api/client';
import { useCases, useUser } from '../api/queries';
import { AreaField } from '../areas/AreaField';
import { t } from '../i18n/text';
import { readDay } from '../register/days';
import { asciiDigits } from '../time/parse';
import { CommandForm, useCommand } from '../ui/CommandForm';
import type { Mistake } from '../ui/ErrorSummary';
import { Choose, fieldsOf, TextArea, TextField } from '../ui/Field';
import { useKeptFields } from '../ui/kept';
import { toast } from '../ui/overlays';
import { Restored } from '../ui/Restored';
import { Notice } from '../ui/State';
import { ltr, PageFrame } from '../ui/text';
import { useWantedChanged } from './queries';
import { classes, colours, shortestReason, type Wanted, type WantedRequest } from './types';

const longestPlate = 40;
const longestReason = 1000;
const usualDays = '7';
const mostDays = 30;

/** A request for an entry: the whole plate, the document that orders the search, where and for how long. */
export function NewWantedPage() {
  const user = useUser();
  const navigate = useNavigate();
  const changed = useWantedChanged();
  const cases = useCases('', 'OPEN').data ?? [];
  const kept = useKeptFields('wanted-vehicle', {
    plate: '',
    objectClass: '',
    colour: '',
    documentNumber: '',
    documentOn: '',
    documentAuthority: '',
    caseId: '',
    areaId: user.area?.id ?? '',
    reason: '',
    days: usualDays,
  });
  const { fields, change: set } = kept;
  const days = Number(asciiDigits(fields.days.trim()));
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!fields.plate.trim() || /[?*]/.test(fields.plate)) found.push({ field: 'plate', message: t('wanted.plateWrong') });
      if (!fields.documentNumber.trim()) found.push({ field: 'documentNumber', message: t('wanted.documentNumberMissing') });
      if (readDay(fields.documentOn) === null) found.push({ field: 'documentOn', message: t('wanted.documentOnWrong') });
      if (!fields.documentAuthority.trim()) found.push({ field: 'documentAuthority', message: t('wanted.documentAuthorityMissing') });
      if (!fields.areaId) found.push({ field: 'areaId', message: t('cameras.fAreaMissing') });
      if (fields.reason.trim().length < shortestReason) found.push({ field: 'reason', message: t('wanted.reasonWrong') });
      if (!Number.isInteger(days) || days < 1 || days > mostDays) found.push({ field: 'days', message: t('wanted.daysWrong') });
      return found;
    },
    send: () =>
      json<Wanted>('/api/wanted-vehicles', {
        method: 'POST',
        body: {
          plate: fields.plate.trim(),
          objectClass: classes.find((each) => each === fields.objectClass) ?? null,
          colour: colours.find((each) => each === fields.colour) ?? null,
          documentNumber: fields.documentNumber.trim(),
          documentOn: readDay(fields.documentOn)!,
          documentAuthority: fields.documentAuthority.trim(),
          caseId: fields.caseId || null,
          areaId: fields.areaId,
          reason: fields.reason.trim(),
          days,
        } satisfies WantedRequest,
      }),
    done: async (made) => {
      kept.forget();
      await changed();
      toast(t('wanted.sent', { code: ltr(made.code) }));
      void navigate('/wanted-vehicles?tab=list');
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <PageFrame title={t('wanted.new')}>
      <CommandForm command={command} className="form panel" label={t('wanted.send')} onCancel="/wanted-vehicles?tab=list">
        <Restored {...kept} />
        <TextField {...field('plate')} label={t('wanted.plate')} hint={t('wanted.plateHint')} code autoComplete="off" autoCapitalize="characters" maxLength={longestPlate} />
        <div className="form-row">
          <Choose {...field('objectClass')} label={t('wanted.class')} optional none={t('wanted.unknown')} of={classes} words="vehicles.class" />
          <Choose {...field('colour')} label={t('wanted.colour')} optional none={t('wanted.unknown')} of={colours} words="vehicles.colour" />
        </div>
        <div className="form-row">
          <TextField {...field('documentNumber')} label={t('wanted.documentNumber')} hint={t('wanted.documentNumberHint')} code autoComplete="off" maxLength={120} />
          <TextField {...field('documentOn')} label={t('wanted.documentOn')} hint={t('wanted.documentOnHint')} code autoComplete="off" />
        </div>
        <TextField {...field('documentAuthority')} label={t('wanted.documentAuthority')} maxLength={200} />
        <Choose
          {...field('caseId')}
          label={t('requests.case')}
          hint={t('wanted.caseHint')}
          optional
          none={t('wanted.caseNone')}
          of={cases}
          code={(each) => each.id}
          words={(each) => `${each.code} ${each.title}`}
        />
        <AreaField {...field('areaId')} label={t('wanted.area')} hint={t('wanted.areaHint')} />
        <TextArea {...field('reason')} label={t('wanted.reason')} hint={t('wanted.reasonHint')} rows={3} maxLength={longestReason} />
        <TextField {...field('days')} label={t('wanted.days')} hint={t('wanted.daysHint')} code inputMode="numeric" autoComplete="off" />
        <Notice tone="info">
          <p>{t('wanted.afterwards')}</p>
        </Notice>
      </CommandForm>
    </PageFrame>
  );
}
