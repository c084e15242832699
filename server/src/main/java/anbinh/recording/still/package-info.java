/// Stills and previews: pictures decoded from a recording, in a child process ([StillProcess]) so
/// that a crash of the native decoder costs one picture and not the recording.
///
/// Protocol on the child's standard input and output, all integers big-endian: a request is `UTF
/// codec, int number of units`, then each unit as `long pts, int size, bytes` (Annex B, the first
/// one a key unit with its parameter sets), then `long requested pts, int greatest width` (0 = as
/// it is); an answer is `int status` (0 = a picture), `int size, bytes` — a JPEG, or a UTF-8
/// sentence on what failed.
@NullMarked
package anbinh.recording.still;

import org.jspecify.annotations.NullMarked;
