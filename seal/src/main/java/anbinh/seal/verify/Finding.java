package anbinh.seal.verify;

/// One thing that is not as it should be.
///
/// @param file the path in the package (`bag/data/clips/a.mp4`), or the package's own name
/// @param reason what is wrong with it
/// @param detail more, in English, for whoever mends it; may be empty
public record Finding(String file, Reason reason, String detail) {}
