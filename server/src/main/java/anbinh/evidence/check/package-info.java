/// What `check` compares of evidence: each row that claims an act with the event of the log that
/// tells of it, so that whoever writes into the database or deletes from it is found out by name.
@NullMarked
package anbinh.evidence.check;

import org.jspecify.annotations.NullMarked;
