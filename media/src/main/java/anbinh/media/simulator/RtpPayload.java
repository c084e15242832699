package anbinh.media.simulator;

import java.nio.ByteBuffer;

/// What one RTP packet carries.
///
/// @param endsNal whether the last NAL unit in it is complete
record RtpPayload(ByteBuffer bytes, boolean endsNal) {}
