/// Footage as other features use it.
@NullMarked
package anbinh.recording.footage;

import org.jspecify.annotations.NullMarked;
