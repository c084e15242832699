import { may } from '../api/rights';
import type { User } from '../api/types';
import { t } from '../i18n/text';
import type { Health } from './types';

/** Causes whose remedy is a change of the camera's entry, which administrators make. */
const byEntry: readonly string[] = ['BAD_ADDRESS', 'FORBIDDEN_ADDRESS', 'UNAUTHORISED', 'NOT_FOUND', 'NOT_RTSP'];

/** Whether whoever reads it can only tell an administrator. */
export function onlyTells(user: User, cause: string): boolean {
  return !may(user, 'changeCameras') && byEntry.includes(cause);
}

/** What to do about a camera that is down, for whoever reads it: nobody is told to use what they do not have. */
export function adviceFor(user: User, { cause, advice }: Health): string | null {
  return cause && onlyTells(user, cause) ? t('cameras.todoTell') : advice;
}
