/// Which plates were ever read, and which of them may be the one that is remembered.
///
/// A plate is a number of 60 bits ([PlateCode]), so ten million of them are 80 MB, and a search
/// walks their sorted array as if it were a trie. Engines are then asked for the passes of the
/// plates that were found, whichever engine it is.
@NullMarked
package anbinh.sightings.dictionary;

import org.jspecify.annotations.NullMarked;
