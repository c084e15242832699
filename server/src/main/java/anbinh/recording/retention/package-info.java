/// Keeping: deleting footage when its time is over, never what is held, and checking that what the
/// tables say is what the disk holds.
@NullMarked
package anbinh.recording.retention;

import org.jspecify.annotations.NullMarked;
