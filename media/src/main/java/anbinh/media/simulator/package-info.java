/// Cameras that exist in software only: an RTSP server on the loopback interface that loops real
/// footage with the timing of a camera, and misbehaves on demand.
///
/// A *source* is a list of coded pictures; a *simulated camera* has a name, which is its path, a
/// source and settings for its faults that may be changed while it plays; a *playback* is one
/// client's stream of it. For tests, benchmarks and demonstrations; never for real footage.
@NullMarked
package anbinh.media.simulator;

import org.jspecify.annotations.NullMarked;
