/// The yearly assessment of a programme, and its confirmation by another person.
@NullMarked
package anbinh.programme.assessment;

import org.jspecify.annotations.NullMarked;
