import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/client';
import { t } from '../i18n/text';
import { DownloadLink } from './Button';
import { toast } from './overlays';
import { Failure } from './State';
import { save } from './save';
import { numberText } from './text';

/** What came of an answer so far, from 0 to 1; null where it does not say how long it is. */
async function received(response: Response, tell: (part: number | null) => void): Promise<Blob> {
  const length = Number(response.headers.get('Content-Length'));
  const reader = response.body!.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    size += next.value.length;
    tell(length > 0 ? Math.min(size / length, 1) : null);
  }
  return new Blob(parts, { type: response.headers.get('Content-Type') ?? '' });
}

/** A file that is made when it is asked for: says that it is being made, how much of it is here, and that it is saved. */
export function ExportLink({ label, href, name }: { label: string; href: string; name: string }) {
  const [part, tell] = useState<number | null>(null);
  const act = useMutation({
    mutationFn: async () => {
      tell(null);
      return received(await call(href), tell);
    },
    onSuccess: (file) => {
      save(file, name);
      toast(t('app.exported', { name }));
    },
  });
  const stage = part === null ? t('app.exporting') : t('app.exportingPart', { percent: numberText(part * 100) });
  return (
    <>
      <DownloadLink
        label={label}
        href={href}
        aria-busy={act.isPending}
        onClick={(event) => {
          event.preventDefault();
          if (!act.isPending) act.mutate();
        }}
      />
      <span role="status" className={act.isPending ? 'hint' : 'visually-hidden'}>
        {act.isPending && stage}
      </span>
      {act.error && <Failure failure={act.error} />}
    </>
  );
}
