package anbinh.seal.zip;

/// One entry of an archive as one of the readers saw it.
///
/// @param name the path; a folder's ends in a slash
/// @param method 0 for stored, 8 for deflated
/// @param crc the CRC-32 of the content
/// @param packedBytes how many bytes the entry takes in the archive
/// @param bytes how many bytes the content has
/// @param headerOffset where the entry begins in the archive
/// @param contentOffset where its packed content begins
public record ZipEntryInfo(
    String name,
    int method,
    long crc,
    long packedBytes,
    long bytes,
    long headerOffset,
    long contentOffset) {}
