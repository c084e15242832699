package anbinh.sightings.learning;

import java.util.UUID;

/// What read, and before which camera: each errs in its own way.
///
/// @param model and its version
record Reader(String model, UUID cameraId) {}
