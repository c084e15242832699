package anbinh.sightings.onvif;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A camera whose metadata is received, or was.
///
/// @param path of the same camera; null where metadata comes by the path of its video
record SwitchedCamera(
    UUID cameraId, boolean switchedOn, Instant switchedAt, @Nullable String path) {}
