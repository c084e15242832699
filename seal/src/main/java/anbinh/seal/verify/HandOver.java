package anbinh.seal.verify;

import anbinh.seal.pack.Receipt;

/// A hand-over of the package as its receipt tells it, after the receipt was found to be in the
/// log. That the receiver is who they said is the word of who handed it over, unless they signed in
/// themselves.
///
/// @param leafIndex the place of the receipt's entry in the log
public record HandOver(Receipt receipt, long leafIndex) {}
