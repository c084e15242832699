/// Segment files as the disk and the kernel see them: names, hashes, what the kernel is told, and
/// the tail that outlives a killed process. Internal to the recorder.
@NullMarked
package anbinh.media.record.disk;

import org.jspecify.annotations.NullMarked;
