/// Footage on its way into a package: where it comes from ([FootageSource]), what was taken of one
/// camera ([ExtractedCamera]), how a clip is read back, and the files that tell what was there and
/// what it was taken from.
@NullMarked
package anbinh.evidence.collect.footage;

import org.jspecify.annotations.NullMarked;
