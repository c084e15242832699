/// Recorded video as ISO base media files (ISO/IEC 14496-12, -15): written one fragment per coded
/// picture, read back strictly, and served as ordinary MP4 without being written again.
///
/// ## Words
///
/// - **tick**: 1/90,000 second, the only time scale used (media, movie and RTP clock alike).
/// - **media time**: presentation time in ticks since the first picture of a segment.
/// - **segment file**: `ftyp moov uuid? (moof mdat)* uuid?`, one track with id 1, at most about a
///   minute long, starting with a picture at which decoding can start.
/// - **fragment**: one `moof` of [FragmentHeader#BYTES] − 8 bytes, whose shape never varies, and
///   one `mdat` holding the picture's NAL units, parameter sets and SEI included, byte for byte.
///   Because the shape never varies, the place of every picture follows from the sizes alone.
/// - **note**: the payload of a `uuid` box ([FragmentScanner#NOTE_TYPE]); what the recorder states
///   about the file, before the first and after the last fragment.
///
/// ## Sample index, version 1
///
/// What a [SampleIndex] becomes as bytes. `v` is an unsigned LEB128 number of at most 64 bits in
/// its shortest form, `z` a signed one mapped by (n << 1) ^ (n >> 63).
///
/// ```
/// byte  version, 1
/// v     flags: bit 0 = composition offsets follow, bit 1 = some samples are damaged; others 0
/// v     samples, 1 to 1,048,576
/// v     bytes before the first fragment
/// v     media duration in ticks: from the first picture's presentation to the end of the last
/// per sample:
///   v   z(duration − previous duration) << 1 | key; the duration is this sample's decode time
///       minus the one before, 0 for the first sample; the first previous duration is 0
///   v   z(size − size of the previous sample of the same kind, key or not); at first 0
///   v   z(composition offset − previous composition offset), only with flag bit 0; at first 0
/// only with flag bit 1: how many samples come before the first damaged one, then how many before the
/// next that is not, and so on by turns; the last turn goes to the end and is written as 0
///   v   samples up to the next turn, at least 1
///   v   0
/// ```
///
/// Decode times are strictly increasing and start at 0, sizes are at least 1, the first sample is a
/// key sample, no key sample is damaged, and nothing follows the last sample. Readers refuse
/// everything else.
@NullMarked
package anbinh.media.mp4;

import org.jspecify.annotations.NullMarked;
