/// Texts for people, in three languages, for the verifier and the witness.
@NullMarked
package anbinh.seal.text;

import org.jspecify.annotations.NullMarked;
