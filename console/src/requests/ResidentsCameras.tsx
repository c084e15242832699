import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { json, query } from '../api/client';
import { useCamerasOf } from '../api/queries';
import type { Page } from '../api/types';
import type { Camera } from '../cameras/types';
import { t, tCode } from '../i18n/text';
import { Option, Options } from '../ui/Field';
import { Failure } from '../ui/State';
import { Code, Name } from '../ui/text';

const most = 10;

/** The community cameras among those that are chosen. */
export function useResidents(ids: readonly string[]): Camera[] {
  return (useCamerasOf(ids).data ?? []).filter((camera) => camera.kind === 'COMMUNITY' && ids.includes(camera.id));
}

/** Cameras of residents to choose from: there are many, so they are looked for by name or code. */
export function ResidentsCameras({ chosen, onChange }: { chosen: readonly string[]; onChange: (ids: string[]) => void }) {
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const selected = useResidents(chosen);
  const found = useQuery({
    queryKey: ['register', 'residents', asked],
    queryFn: async () => (await json<Page<Camera>>(`/api/cameras/register${query({ kind: 'COMMUNITY', retired: false, q: asked, limit: most })}`)).items,
    enabled: asked.length > 1,
    placeholderData: keepPreviousData,
  });
  const more = asked.length > 1 ? (found.data ?? []).filter((camera) => !chosen.includes(camera.id)) : [];
  return (
    <Options id="residents" label={t('requests.residents')} hint={t('requests.residentsHint')}>
      <input
        type="search"
        className="search"
        dir="auto"
        aria-label={t('requests.residentsSearch')}
        placeholder={t('requests.residentsSearch')}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {found.error && <Failure failure={found.error} />}
      {[...selected, ...more].map((camera) => {
        const withdrawn = camera.consent.state === 'WITHDRAWN';
        return (
          <Option
            key={camera.id}
            type="checkbox"
            label={
              <>
                <Code>{camera.code}</Code> <Name>{camera.name}</Name>
              </>
            }
            hint={withdrawn ? t('requests.residentWithdrew') : tCode('register.owner', camera.ownerKind)}
            disabled={withdrawn}
            checked={chosen.includes(camera.id)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, camera.id] : chosen.filter((id) => id !== camera.id))}
          />
        );
      })}
      {found.data?.length === 0 && asked.length > 1 && <p className="hint">{t('requests.residentsNone')}</p>}
    </Options>
  );
}
