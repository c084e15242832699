/// Accounts: their table, their passwords, the first of them, and what administrators do about them
/// (`/api/people`).
@NullMarked
package anbinh.identity.people;

import org.jspecify.annotations.NullMarked;
