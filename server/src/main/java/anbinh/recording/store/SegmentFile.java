package anbinh.recording.store;

import anbinh.recording.GapCause;
import anbinh.recording.Span;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A closed segment's file, as its row has it.
///
/// @param file relative to the storage root
/// @param fault what is known to be wrong with the file; null when nothing is
public record SegmentFile(
    UUID id, UUID cameraId, String file, long sizeBytes, Span span, @Nullable GapCause fault) {}
