import type { Trouble } from './api';
import { locks } from './locks';
import type { Medium, Report } from './report';
import { sha256 } from './seal';
import { change, type Vault } from './vault';

const mebibyte = 1024 * 1024;
/** What the server takes, by kind. */
export const mostBytes: Record<Medium['kind'], number> = { PHOTO: 8 * mebibyte, VOICE: 8 * mebibyte, VIDEO: 24 * mebibyte };
export const mostFiles = 10;
/** The longer side of a photo that goes out, in pixels. */
export const longestSide = 1_600;
const quality = 0.8;

/** What this phone could not do with a file. */
export class BadFile extends Error {
  constructor(readonly code: 'large' | 'unreadable' | 'lost') {
    super(code);
  }
}

const trouble = (code: string): Trouble => ({ status: 0, code, title: '', detail: '', errors: [] });

/**
 * Takes files into a report. Their places in the report are kept first, all at once, then their bytes,
 * then they are made smaller: a report that is sent meanwhile goes ahead with its words, and waits for
 * its files.
 *
 * @param placed told when the report names them
 * @throws DOMException where the phone is full; then nothing of that file and the later ones is in the report
 */
export async function takeFiles(
  vault: Vault,
  reportId: string,
  kind: Medium['kind'],
  files: Blob[],
  keepPosition: boolean,
  smaller: (photo: Blob) => Promise<Blob>,
  placed: () => void = () => undefined,
): Promise<void> {
  await together('shared', async () => {
    const media = files.map((): Medium => ({ id: crypto.randomUUID(), kind, state: 'MAKING', bytes: 0, sha256: '', keepPosition: kind === 'PHOTO' && keepPosition, trouble: null }));
    if (!(await change<Report>(vault, 'report', reportId, (report) => ({ ...report, was: null, media: [...report.media, ...media] })))) throw new BadFile('lost');
    placed();
    const kept: Medium[] = [];
    for (const [at, medium] of media.entries()) {
      if (files[at]!.size > mostBytes.VIDEO) {
        await setMedium(vault, reportId, medium.id, { state: 'REFUSED', trouble: trouble('large') });
        continue;
      }
      try {
        await vault.putBytes(medium.id, await files[at]!.arrayBuffer());
        kept.push(medium);
      } catch (failure) {
        const rest = new Set(media.slice(at).map((each) => each.id));
        await change<Report>(vault, 'report', reportId, (report) => ({ ...report, media: report.media.filter((each) => !rest.has(each.id)) }));
        for (const each of kept) await make(vault, reportId, each, smaller);
        throw failure;
      }
    }
    for (const medium of kept) await make(vault, reportId, medium, smaller);
  });
}

/** Makes what goes out of what was taken; the original is erased from the phone by it. */
async function make(vault: Vault, reportId: string, medium: Medium, smaller: (photo: Blob) => Promise<Blob>): Promise<void> {
  try {
    const original = await vault.findBytes(medium.id);
    if (!original) throw new BadFile('lost');
    const plain = medium.kind === 'PHOTO' && !(medium.keepPosition && original.byteLength <= mostBytes.PHOTO);
    const bytes = plain ? await (await smaller(new Blob([original]))).arrayBuffer() : original;
    if (bytes.byteLength > mostBytes[medium.kind]) throw new BadFile('large');
    if (plain) await vault.putBytes(medium.id, bytes);
    await setMedium(vault, reportId, medium.id, { state: 'READY', bytes: bytes.byteLength, sha256: await sha256(bytes), keepPosition: medium.keepPosition && !plain });
  } catch (failure) {
    if (!(failure instanceof BadFile)) throw failure;
    await vault.remove('bytes', medium.id);
    await setMedium(vault, reportId, medium.id, { state: 'REFUSED', trouble: trouble(failure.code) });
  }
}

async function setMedium(vault: Vault, reportId: string, mediumId: string, to: Partial<Medium>): Promise<void> {
  const report = await change<Report>(vault, 'report', reportId, (there) => {
    there.media = there.media.map((each) => (each.id === mediumId ? { ...each, ...to } : each));
    return there;
  });
  if (!report) await vault.remove('bytes', mediumId);
}

/**
 * Goes on with what was being made when the app was closed; not while a window is at it.
 *
 * @returns whether there was anything
 */
export async function makeRest(vault: Vault, smaller: (photo: Blob) => Promise<Blob>): Promise<boolean> {
  let made = false;
  await together('exclusive', async () => {
    for (const { value: report } of await vault.list<Report>('report')) {
      for (const medium of report.media.filter((each) => each.state === 'MAKING')) {
        await make(vault, report.id, medium, smaller);
        made = true;
      }
    }
  });
  return made;
}

async function together(mode: LockMode, work: () => Promise<void>): Promise<void> {
  const held = locks();
  if (!held) return work();
  await held.request('anbinh-phone-files', mode === 'exclusive' ? { mode, ifAvailable: true } : { mode }, (lock) => (lock ? work() : undefined));
}

export async function dropFile(vault: Vault, reportId: string, mediumId: string): Promise<void> {
  await change<Report>(vault, 'report', reportId, (report) => ({ ...report, was: null, media: report.media.filter((each) => each.id !== mediumId) }));
  await vault.remove('bytes', mediumId);
}

/** A JPEG of at most {@link longestSide}, drawn anew: nothing of what the camera wrote into it is left. */
export async function smallerPhoto(photo: Blob): Promise<Blob> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => {
    throw new BadFile('unreadable');
  });
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality));
    if (!made) throw new BadFile('unreadable');
    return made;
  } finally {
    picture.close();
  }
}
