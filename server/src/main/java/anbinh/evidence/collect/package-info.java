/// Collecting: from an approved request to a sealed package.
///
/// Words. An *extraction* (`EXT-2026-0001`) is what is taken for one request. Its *staging folder*
/// holds the files on their way into the package, each written aside and renamed when it is whole.
/// A [CollectStep] is a part of the work after which the state is stored, so that a killed server
/// goes on where it was; every step may be repeated.
///
/// Files of a package, below `data/`, format `anbinh.extraction/1`, all JSON in UTF-8:
///
/// | file | what |
/// |---|---|
/// | `clips/<camera>_<local time>.mp4` | the granted time of one camera, pictures unchanged; named by its first picture |
/// | `given/<camera>_<number>_<name>` | a file of a community camera's owner, byte for byte |
/// | `player/<camera>_<number>_<name>.mp4` | the same to look at in any browser; not the original |
/// | `stills/<camera>_<local time>.jpg` | first, middle and last picture of each clip |
/// | `certificate.pem` | the office's certificate, which signs the PDFs and `seal/seal.p7s` |
/// | `coverage.json` | for each granted camera what is recorded of the granted time, and why the rest is not |
/// | `segments.json` | the recording's segments each clip was taken from: hash, chain, log entry |
/// | `sightings.json` | what programs saw pass in the clips, and read of plates: no facts; absent where that is nothing |
/// | `record.json` | the record of the extraction, field by field; what is not known is said so |
/// | `record.html` | the same to read, in Vietnamese, English and Arabic |
/// | `record.<language>.pdf` | the same to print, with the stills, for each language |
@NullMarked
package anbinh.evidence.collect;

import org.jspecify.annotations.NullMarked;
