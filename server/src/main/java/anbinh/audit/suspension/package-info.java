/// What happens when the log fails its check: the server only reads, and nothing is logged or
/// signed, until administrators let the log go on.
///
/// Nothing here is a switch that somebody could turn back: the log is *suspended* while a finding
/// is kept that no entry `log.resumed` of this server names. What is deleted of the findings the
/// next check finds again; what was accepted stays named for ever.
@NullMarked
package anbinh.audit.suspension;

import org.jspecify.annotations.NullMarked;
