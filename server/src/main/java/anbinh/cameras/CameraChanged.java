package anbinh.cameras;

import java.util.UUID;

/// Published when a camera was added, changed or retired, after the change is committed.
public record CameraChanged(UUID cameraId) {}
