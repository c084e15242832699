import { json } from '../api/client';
import type { Added, Proof } from './types';

/** Whether this browser, at this address, can do passkeys at all. */
export function passkeysWork(): boolean {
  return window.isSecureContext && 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential;
}

/** The browser or the authenticator did not finish: cancelled, too late, or nothing that fits. */
export class PasskeyFailure extends Error {}

async function ceremony(step: () => Promise<Credential | null>): Promise<unknown> {
  let credential: Credential | null;
  try {
    credential = await step();
  } catch (failure) {
    throw new PasskeyFailure(String(failure));
  }
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyFailure('no credential');
  return credential.toJSON();
}

export async function addPasskey(name: string): Promise<Added> {
  const options = await json<PublicKeyCredentialCreationOptionsJSON>('/api/account/passkeys/options', { method: 'POST', body: {} });
  const credential = await ceremony(() => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }));
  return json<Added>('/api/account/passkeys', { method: 'POST', body: { name, credential } });
}

/** Has a passkey sign; for the second half of a sign-in and for confirming. */
export async function passkeyProof(): Promise<Proof> {
  const options = await json<PublicKeyCredentialRequestOptionsJSON>('/api/session/passkey-options', { method: 'POST', body: {} });
  const credential = await ceremony(() => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }));
  return { method: 'PASSKEY', credential };
}
