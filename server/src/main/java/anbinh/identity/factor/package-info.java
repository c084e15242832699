/// Second factors of local accounts: codes of an authenticator app (RFC 6238), passkeys (WebAuthn),
/// and recovery codes for when both are lost.
///
/// A *proof* is what somebody shows to be who they say. A secret is *offered* until the person has
/// shown a code made with it.
@NullMarked
package anbinh.identity.factor;

import org.jspecify.annotations.NullMarked;
