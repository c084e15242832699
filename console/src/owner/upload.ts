import { Upload } from 'tus-js-client';
import { call, type FileKind, headers, online, Refused } from './api';

const endpoint = '/api/owner/files';
const retryDelays = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 60_000, 60_000, 60_000];

/**
 * Sends one file by tus, going on where an earlier try broke off, also after the page was closed:
 * where the file is on the server is kept on the phone until it is whole. While the phone has no line
 * at all, which `progress` is told by null, it waits.
 */
export async function send(file: File, kind: FileKind, progress: (sent: number | null) => void): Promise<void> {
  const awake = await navigator.wakeLock?.request('screen').catch(() => null);
  try {
    await new Promise<void>((done, failed) => {
      const upload = new Upload(file, {
        endpoint,
        headers: headers(),
        metadata: { filename: file.name || 'video', kind },
        retryDelays,
        removeFingerprintOnSuccess: true,
        onProgress: (sent) => progress(sent),
        onSuccess: () => done(),
        onError: (failure) => {
          if (navigator.onLine) return failed(refusal(failure));
          progress(null);
          void online().then(() => upload.start());
        },
      });
      void upload
        .findPreviousUploads()
        .then(([last]) => last && upload.resumeFromPreviousUpload(last))
        .finally(() => upload.start());
    });
  } finally {
    await awake?.release();
  }
}

/** What the server said, if it said anything. */
function refusal(failure: Error & { originalResponse?: { getBody(): string } | null }): Error {
  try {
    const problem = JSON.parse(failure.originalResponse?.getBody() ?? '') as { code: string; title: string; detail: string };
    return new Refused(problem.code, problem.title, problem.detail);
  } catch {
    return failure;
  }
}

/** Erases a file that is not given yet. */
export async function discard(id: string): Promise<void> {
  await call(`${endpoint}/${id}`, undefined, 'DELETE', { 'Tus-Resumable': '1.0.0' });
}
