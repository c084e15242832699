/// Signing in by the office's own identity provider (OpenID Connect Core 1.0), beside local
/// accounts.
///
/// Words. The *provider* says who somebody is, never what they may do. A *link* ties its subject to
/// an account; an *invitation* lets whoever holds it make the link of one account. A *try* is a
/// sign-in that was begun and waits for the provider's answer.
///
/// What the protocol asks to be checked, Spring Security checks: state, nonce, PKCE, signature,
/// issuer, audience and time of an identity token.
@NullMarked
package anbinh.identity.provider;

import org.jspecify.annotations.NullMarked;
