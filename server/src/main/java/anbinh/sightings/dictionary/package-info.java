/// Which plates were read, and which of them may be the one that is remembered.
///
/// A plate is a number of 60 bits ([PlateCode]). Sorted by their beginnings and by their ends, and
/// with their counts, ten million of them are 200 MB, and a search walks either array as if it were
/// a trie. Engines are then asked for the passes of the plates that were found, whichever engine it
/// is.
@NullMarked
package anbinh.sightings.dictionary;

import org.jspecify.annotations.NullMarked;
