/// The witness: it cosigns heads of logs that only grow (C2SP tlog-witness v1.0.0, and the
/// monitoring of the main branch as of 2026-07-06), and sees nothing of what is in them.
///
/// It runs at an office that does not depend on the log's operator. For each log it knows it keeps
/// one thing: the largest **head** that it cosigned. It never cosigns two heads of one size, nor a
/// smaller one after a larger, nor one that is not shown to hold all that the last one held.
@NullMarked
package anbinh.seal.witness;

import org.jspecify.annotations.NullMarked;
