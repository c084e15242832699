/** How somebody shows that it is them, as in docs/design/http-api.md. */
export type Method = 'PASSKEY' | 'TOTP' | 'RECOVERY_CODE' | 'PASSWORD' | 'PROVIDER';

export interface Proof {
  method: Method;
  value?: string;
  credential?: unknown;
}
export interface Passkey {
  id: string;
  name: string;
  addedAt: string;
  lastUsedAt: string;
}
export interface Account {
  totp: { addedAt: string } | null;
  passkeys: Passkey[];
  recoveryCodesLeft: number;
  required: boolean;
}
export interface TotpOffer {
  secret: string;
  uri: string;
  /** SVG. */
  picture: string;
}
export interface Added {
  /** Shown this once; empty where there are some already. */
  recoveryCodes: string[];
}
export interface OpenSession {
  id: string;
  since: string;
  lastUsedAt: string;
  address: string;
  browser: string;
  present: boolean;
}
