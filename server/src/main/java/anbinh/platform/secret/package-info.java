/// What the database keeps and must not give away: encrypted, or found again by a keyed hash, each
/// under a key that is a file of its own in the data folder.
///
/// A named interface of the platform: a feature that uses it says `platform :: secret`.
@NamedInterface("secret")
@NullMarked
package anbinh.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
