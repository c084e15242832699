import type * as Api from '#api';
/** How somebody shows that it is them, as in docs/design/http-api.md. */
export type Method = 'PASSKEY' | 'TOTP' | 'RECOVERY_CODE' | 'PASSWORD' | 'PROVIDER';

export interface Proof {
  method: Method;
  value?: string;
  credential?: unknown;
}
export type Account = Api.IdentityAccountView;
export type TotpOffer = Api.IdentityOffer;
export type Added = Api.IdentityAdded;
export type OpenSession = Api.IdentityOpenSession;
