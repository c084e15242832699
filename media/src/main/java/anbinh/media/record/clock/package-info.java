/// What time it is by the camera, by the receipt of its pictures and by the recorder, and when a
/// track's files change by it. Internal to the recorder.
@NullMarked
package anbinh.media.record.clock;

import org.jspecify.annotations.NullMarked;
