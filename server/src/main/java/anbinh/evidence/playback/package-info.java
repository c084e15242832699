/// Watching the videos of a sealed package where it is described: each file as it was sealed, with
/// the gaps that the package states and the passes that it lists, at their places in it.
///
/// Words. A *chapter* is a gap or a pass with its place in the video of its camera. A pass is what
/// programs saw, a reading and no fact. A *sitting* is what one person watches of one video until
/// they fetch nothing of it for ten minutes: it is one entry of the log, made before the first byte
/// goes out.
@NullMarked
package anbinh.evidence.playback;

import org.jspecify.annotations.NullMarked;
