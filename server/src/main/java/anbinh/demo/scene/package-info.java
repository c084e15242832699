/// The demonstration's simulated cameras: scenes drawn by us, with a clock and moving vehicles with
/// legible plates, always labelled as simulated inside the picture.
///
/// Runs in a process of its own ([SceneCameras]), because it encodes with a native library whose
/// crash must not stop recording. What drives past is a pure function of camera and time
/// ([Traffic]), so that the same instant always shows the same vehicles.
@NullMarked
package anbinh.demo.scene;

import org.jspecify.annotations.NullMarked;
