/// Which accounts are the server's own: an account is the row of a person with all by which
/// somebody may sign in with it and act. Each bears a code by a key that is not in the database
/// ([anbinh.audit.event.RowMac]), and the log says which code is the last.
@NullMarked
package anbinh.identity.account;

import org.jspecify.annotations.NullMarked;
