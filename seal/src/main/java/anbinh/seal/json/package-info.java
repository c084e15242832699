/// A small JSON for what is hashed and signed: leaves and seals.
///
/// Written in the one canonical form of RFC 8785 and read strictly (RFC 7493, I-JSON): no duplicate
/// names, no lone surrogates, no number that a double cannot hold, bounded depth and size. Not
/// meant for anything else.
@NullMarked
package anbinh.seal.json;

import org.jspecify.annotations.NullMarked;
