package anbinh.cameras.sign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// That a sign is up at a camera.
///
/// @param recordedBy who said so
public record Sign(UUID cameraId, LocalDate putUpOn, Instant recordedAt, UUID recordedBy) {}
