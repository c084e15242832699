/// From many cameras' streams to segment files on disk that lose nothing silently.
///
/// ## Words
///
/// - **track**: one stream of one camera that is to be recorded without interruption from the
///   moment it is opened; whatever is missing after that is a gap.
/// - **segment**: one file, about a minute of one track; specified in [anbinh.media.mp4].
/// - **gap**: a stretch of wall-clock time for which a track has no pictures, with its cause. A gap
///   that ends before it begins is an overlap: the wall clock was set back.
/// - **session**: pictures whose RTP timestamps share one origin, from connecting to disconnecting.
/// - **closed**: complete, on disk with its folder, hashed; only then told to the
///   [anbinh.media.record.log.SegmentLog].
///
/// ## Files
///
/// `<root>/<camera>/<yyyymmdd>/<startUtcMillis>-<openId>.mp4`: the UTC day and the millisecond at
/// which the file was begun, and eight hexadecimal digits that make the name unique. The name is a
/// name, not a statement of time: the exact start is in the closing note. `<root>/anbinh-storage`
/// marks a storage root.
///
/// ## Notes
///
/// The opening and the closing note of a file ([SegmentNote]) are UTF-8 lines `key=value`. The
/// first line of an opening note is `anbinh-segment-opened=1`, of a closing note
/// `anbinh-segment-closed=1`; the number is the version. Instants are ISO 8601 in UTC, durations
/// ISO 8601. With the closing note a file alone gives back everything that was told to the log.
///
/// ## Threads
///
/// Ingest threads only put units into a bounded queue per track. One or more writer threads empty
/// the queues every few milliseconds and own everything about a track. One thread makes files
/// durable and closes them; one tells the log.
@NullMarked
package anbinh.media.record;

import org.jspecify.annotations.NullMarked;
