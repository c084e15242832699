/// The three cookies, and how they are called: over TLS their names begin with `__Host-`, so that a
/// browser takes them from this very host alone.
@NullMarked
package anbinh.identity.cookie;

import org.jspecify.annotations.NullMarked;
