/**
 * What lies on the phone is sealed by AES-256-GCM (NIST SP 800-38D) under a key that the browser keeps
 * and gives out to nobody: a copy of the phone's files does not open it, the phone itself does.
 */
export interface Sealed {
  nonce: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

const nonceBytes = 12;

export function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals under a name, by which alone it opens again: no value takes another's place. */
export async function seal(key: CryptoKey, name: string, plain: ArrayBuffer): Promise<Sealed> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  return { nonce, bytes: await crypto.subtle.encrypt(parameters(nonce, name), key, plain) };
}

/** Fails where anything was changed. */
export function unseal(key: CryptoKey, name: string, sealed: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt(parameters(sealed.nonce, name), key, sealed.bytes);
}

function parameters(nonce: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(name) };
}

/** Hexadecimal SHA-256. */
export async function sha256(bytes: ArrayBuffer): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((each) => each.toString(16).padStart(2, '0')).join('');
}
