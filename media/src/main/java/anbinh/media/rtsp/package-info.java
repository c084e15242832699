/// RTSP 1.0 (RFC 2326) as cameras speak it: messages, session descriptions (RFC 8866), digest
/// authentication (RFC 7616) and RTP packets *interleaved* with messages on one TCP connection.
///
/// Nothing here opens a socket. Parsers accept what deployed cameras send wherever the meaning is
/// plain, and never more bytes than their stated limits.
@NullMarked
package anbinh.media.rtsp;

import org.jspecify.annotations.NullMarked;
