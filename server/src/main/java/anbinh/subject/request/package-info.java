/// The requests themselves, with their clocks.
@NullMarked
package anbinh.subject.request;

import org.jspecify.annotations.NullMarked;
