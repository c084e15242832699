package anbinh.media.record.log;

import anbinh.media.VideoFormat;
import java.time.Instant;

/// A segment file that was begun.
///
/// @param file relative to the storage root, with `/`
/// @param start as known at the beginning; the closed segment's start is final
public record OpenedSegment(String cameraKey, String file, Instant start, VideoFormat format) {}
