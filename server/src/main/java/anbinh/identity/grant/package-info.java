/// Roles that decide or supervise: granted by one administrator, confirmed by another
/// (`/api/role-grants`), and the table of roles that nobody holds together.
@NullMarked
package anbinh.identity.grant;

import org.jspecify.annotations.NullMarked;
