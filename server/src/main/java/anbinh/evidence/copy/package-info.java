/// Redacted and court copies of what a sealed package holds.
///
/// Words. A *master* is a video in a sealed package: a clip, or a file that an owner gave. A *copy*
/// is a new video made of it: a *court copy* shows all of it and plays everywhere, bit for bit
/// where the master does; a *redacted copy* hides persons and things by a [Redaction]: everything
/// but the asked subject, or what boxes cover. A *track* is one box with key positions over time,
/// straight between them.
///
/// ```
/// ORDERED → MADE → CONFIRMED (another person; sealed) → package
///    ├→ FAILED └→ REFUSED
/// ```
///
/// Invariants: the master's package is never touched; nobody confirms what they ordered; nothing of
/// an unconfirmed copy leaves but to be looked at by who ordered and who confirms it; a confirmed
/// copy is a package of its own, `EXT-…-C<number>`, whose seal names the digest of the package that
/// it was made of (`derivedFrom`), so that the verifier follows it as any other.
@NullMarked
package anbinh.evidence.copy;

import org.jspecify.annotations.NullMarked;
