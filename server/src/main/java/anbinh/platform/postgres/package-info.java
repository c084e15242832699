/// Embedded PostgreSQL: the real PostgreSQL 17, started and minded as a child process.
///
/// On disk, below `<data>/postgres`: `17/` is the cluster; `password` and `owner-password` (0600)
/// the passwords of its two roles, `anbinh` and `anbinh_owner`; `log` what the postmaster says;
/// `binaries-<version>/` the unpacked programs unless another place is set. A cluster being made is
/// `17.new` and is renamed when whole.
///
/// Life. *Start*: an orphan (a postmaster of this cluster whose server was killed) is told to stop
/// at once and waited for; then the postmaster starts on a free loopback port and is awaited until
/// it accepts the password. *Guard*: a postmaster that ends by itself is started again on the same
/// port. *Stop*: fast shutdown (SIGINT), which loses nothing committed. fsync and password
/// authentication are always on.
///
/// PostgreSQL refuses to run as root: a server that runs as root starts it in a user namespace of
/// its own (`unshare -U`), or where that is forbidden as the user `nobody` (`setpriv`).
@NullMarked
package anbinh.platform.postgres;

import org.jspecify.annotations.NullMarked;
