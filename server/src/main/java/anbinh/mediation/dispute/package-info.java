/// The mediations themselves: reception and scope check, assignment and sessions, end and
/// follow-up, and who may see which of it.
@NullMarked
package anbinh.mediation.dispute;

import org.jspecify.annotations.NullMarked;
