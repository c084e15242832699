package anbinh.recording;

import java.nio.file.Path;
import java.util.UUID;

/// The file of a closed segment, about a minute of a camera's video, which is not written any more.
///
/// @param span of its pictures
public record FootageFile(UUID id, UUID cameraId, Path path, Span span) {}
