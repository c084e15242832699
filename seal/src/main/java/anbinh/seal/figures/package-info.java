/// The public figures of an office, as the log lets anybody count them.
///
/// Each day an entry of the log **publishes** what the entries since the publication before count
/// ([CountOf]), by day ([Counts]). [FiguresCheck] counts all of it again.
@NullMarked
package anbinh.seal.figures;

import org.jspecify.annotations.NullMarked;
