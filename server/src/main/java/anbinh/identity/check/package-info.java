/// What the check says of accounts, grants of roles and sessions: each row that differs from the
/// log, or that this server did not write, by name.
@NullMarked
package anbinh.identity.check;

import org.jspecify.annotations.NullMarked;
