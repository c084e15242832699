package anbinh.media;

import java.time.Instant;

/// An RTCP sender report (RFC 3550 §6.4.1): the camera's own idea of the wall-clock time of one of
/// its timestamps.
///
/// @param cameraTime the NTP timestamp that the camera stated
/// @param pts90k the RTP timestamp of that moment, extended as in [AccessUnit#pts90k]
/// @param receivedAt the recorder's wall clock at receipt
public record SenderReport(Instant cameraTime, long pts90k, Instant receivedAt) {}
