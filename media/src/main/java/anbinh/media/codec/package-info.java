/// What is read out of H.264 and H.265 without decoding pictures: NAL unit headers, parameter sets,
/// and where a picture begins.
///
/// A *NAL unit* is the smallest unit of both codings: a header of one (H.264) or two (H.265) bytes
/// and a payload in which `00 00 03` stands for `00 00` (*emulation prevention*); the payload
/// without those extra bytes is the *RBSP*. A *slice* is a NAL unit that holds part of a picture;
/// *parameter sets* (VPS, SPS, PPS) hold what a decoder must know before the slices that name them.
///
/// Sources: ITU-T H.264 (08/2021) and H.265 (08/2021), clauses 7.3, 7.4 and annexes A and E; RFC
/// 6381 and ISO/IEC 14496-15 annex E for codec strings.
@NullMarked
package anbinh.media.codec;

import org.jspecify.annotations.NullMarked;
