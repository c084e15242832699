/// Keeps the streams of hundreds of cameras open on one thread.
///
/// A *stream* is what its owner opened and stays until closed; under it *connections* come and go.
/// A connection goes through OPTIONS, DESCRIBE, SETUP and PLAY, then brings pictures until it
/// *fails* with one of the closed set of causes in [anbinh.media.StreamState.Cause]; after a
/// *back-off* the next attempt follows. RTP comes interleaved on the RTSP connection.
///
/// The thread wakes every few tens of milliseconds and reads whatever all sockets hold: so it costs
/// a few system calls a picture, and one camera's trouble never touches another.
@NullMarked
package anbinh.media.ingest;

import org.jspecify.annotations.NullMarked;
