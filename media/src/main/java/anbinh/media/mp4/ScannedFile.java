package anbinh.media.mp4;

import anbinh.media.Bytes;
import anbinh.media.VideoFormat;
import java.util.Optional;

/// What a segment file turned out to hold.
///
/// @param format as the head states it; the reorder depth is 0
/// @param opening the note before the first fragment
/// @param index of the whole fragments; empty when there is not one
/// @param closing the note after the last fragment, which only a file closed in order has
/// @param wholeBytes up to the end of what is whole: the closing note, else the last whole fragment
/// @param sizeBytes the file's
/// @param tear why reading stopped before the end of the file, where it did
public record ScannedFile(
    VideoFormat format,
    Optional<Bytes> opening,
    Optional<SampleIndex> index,
    Optional<Bytes> closing,
    long wholeBytes,
    long sizeBytes,
    Optional<String> tear) {}
