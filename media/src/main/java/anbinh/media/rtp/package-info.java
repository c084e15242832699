/// From RTP packets to pictures: packets and reports of RFC 3550, payloads of RFC 6184 (H.264) and
/// RFC 7798 (H.265).
///
/// An *access unit* is all NAL units of one picture; they share an RTP timestamp and the last
/// packet should carry the *marker*. Cameras break both rules, so where a picture ends is decided
/// from what its NAL units say as well ([AccessUnitAssembler]). A unit of which a packet is missing
/// is never delivered, nor is anything after it up to the next *key* unit, because it could not be
/// decoded faithfully.
@NullMarked
package anbinh.media.rtp;

import org.jspecify.annotations.NullMarked;
