/// The time line of a case: what was noted, asked, decided and handed over, from the records of
/// cases and requests.
@NullMarked
package anbinh.evidence.timeline;

import org.jspecify.annotations.NullMarked;
