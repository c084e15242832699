package anbinh.recording.store;

import anbinh.media.Bytes;
import anbinh.media.record.log.ClosedSegment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A closed segment as the database knows it.
///
/// @param previousSha256 the hash of the camera's segment before; null for its first
/// @param eventId the event that put it into the log
public record SegmentRow(
    UUID id, UUID cameraId, ClosedSegment segment, @Nullable Bytes previousSha256, UUID eventId) {}
