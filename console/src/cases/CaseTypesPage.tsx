import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { json } from '../api/client';
import { useCaseTypes, useUser } from '../api/queries';
import { t } from '../i18n/text';
import { dayText, readDay } from '../register/days';
import { Button } from '../ui/Button';
import { CommandForm, useCommand } from '../ui/CommandForm';
import { DataTable } from '../ui/DataTable';
import type { Mistake } from '../ui/ErrorSummary';
import { fieldsOf, TextField, useFields } from '../ui/Field';
import { Dialog, DialogButton, toast } from '../ui/overlays';
import { Badge, QueryState } from '../ui/State';
import { Code, Name, PageFrame } from '../ui/text';
import type { CaseType } from './types';

/** The types of case with their days; administrators of the whole site add and end them. */
export function CaseTypesPage() {
  const user = useUser();
  const types = useCaseTypes();
  const [ending, setEnding] = useState<CaseType | null>(null);
  const keeps = user.area === null;
  return (
    <PageFrame
      title={t('cases.types')}
      lead={t(keeps ? 'cases.typesLead' : 'cases.typesOthers')}
      actions={
        keeps && (
          <DialogButton kind="primary" icon="add" label={t('cases.typeAdd')} wide>
            {(close) => <NewType onDone={close} />}
          </DialogButton>
        )
      }
    >
      <QueryState query={types} />
      {types.data && (
        <DataTable heads={[t('cases.type'), t('cases.typeOthers'), t('cases.typeFrom'), t('cases.typeTo'), t('cases.colState'), keeps && t('people.colAct')]} cards>
          {types.data.map((type) => (
            <tr key={type.code} data-type={type.code}>
              <th scope="row">
                <strong>
                  <Name>{type.name}</Name>
                </strong>
                <small>
                  <Code>{type.code}</Code>
                </small>
              </th>
              <td>
                {[type.vi, type.en, type.ar]
                  .filter((name) => name !== type.name)
                  .map((name, index) => (
                    <span key={name}>
                      {index > 0 && ' · '}
                      <Name>{name}</Name>
                    </span>
                  ))}
              </td>
              <td data-label={t('cases.typeFrom')}>
                <Code>{dayText(type.validFrom)}</Code>
              </td>
              <td data-label={t('cases.typeTo')}>{type.validTo ? <Code>{dayText(type.validTo)}</Code> : t('cases.typeOpen')}</td>
              <td>
                <Badge tone={type.valid ? 'ok' : 'mute'} icon={type.valid ? 'done' : 'closed'}>
                  {t(type.valid ? 'cases.typeValid' : 'cases.typeNotValid')}
                </Badge>
              </td>
              {keeps && <td>{(type.valid || !type.validTo) && <Button small label={t('cases.typeEnd')} onClick={() => setEnding(type)} />}</td>}
            </tr>
          ))}
        </DataTable>
      )}
      <Dialog open={ending !== null} onClose={() => setEnding(null)} title={t('cases.typeEndTitle', { name: ending?.name ?? '' })}>
        {ending && <EndType type={ending} onDone={() => setEnding(null)} />}
      </Dialog>
    </PageFrame>
  );
}

function NewType({ onDone }: { onDone: () => void }) {
  const [fields, set] = useFields({ code: '', vi: '', en: '', ar: '', validFrom: '' });
  const client = useQueryClient();
  const command = useCommand({
    check: () => {
      const found: Mistake[] = [];
      if (!/^[A-Z][A-Z0-9_]{0,39}$/.test(fields.code.trim())) found.push({ field: 'code', message: t('cases.typeCodeWrong') });
      for (const name of ['vi', 'en', 'ar'] as const) {
        if (!fields[name].trim()) found.push({ field: name, message: t('cases.typeNameMissing') });
      }
      if (!readDay(fields.validFrom)) found.push({ field: 'validFrom', message: t('register.fDayWrong') });
      return found;
    },
    send: () =>
      json<CaseType>('/api/case-types', {
        method: 'POST',
        body: { code: fields.code.trim(), vi: fields.vi.trim(), en: fields.en.trim(), ar: fields.ar.trim(), validFrom: readDay(fields.validFrom) },
      }),
    done: (made) => {
      void client.invalidateQueries({ queryKey: ['caseTypes'] });
      toast(t('cases.typeAdded', { name: made.name }));
      onDone();
    },
  });
  const field = fieldsOf(fields, command.wrong, set);
  return (
    <CommandForm command={command}>
      <p className="hint">{t('cases.typeStays')}</p>
      <TextField {...field('vi')} label={t('cases.typeVi')} lang="vi" />
      <TextField {...field('en')} label={t('cases.typeEn')} lang="en" />
      <TextField {...field('ar')} label={t('cases.typeAr')} lang="ar" />
      <div className="form-row">
        <TextField {...field('code')} label={t('cases.typeCode')} hint={t('cases.typeCodeHint')} code autoComplete="off" />
        <TextField {...field('validFrom')} label={t('cases.typeFrom')} hint={t('register.fOnHint')} code autoComplete="off" />
      </div>
    </CommandForm>
  );
}

function EndType({ type, onDone }: { type: CaseType; onDone: () => void }) {
  const [day, setDay] = useState(type.validTo ? dayText(type.validTo) : '');
  const client = useQueryClient();
  const command = useCommand({
    check: () => (readDay(day) ? [] : [{ field: 'validTo', message: t('register.fDayWrong') }]),
    send: () => json<CaseType>(`/api/case-types/${type.code}/end`, { method: 'POST', body: { validTo: readDay(day) } }),
    done: () => {
      void client.invalidateQueries({ queryKey: ['caseTypes'] });
      onDone();
    },
  });
  return (
    <CommandForm command={command}>
      <p className="hint">{t('cases.typeEndMore')}</p>
      <TextField id="validTo" label={t('cases.typeTo')} hint={t('register.fOnHint')} code autoComplete="off" error={command.wrong('validTo')} value={day} onText={setDay} />
    </CommandForm>
  );
}
