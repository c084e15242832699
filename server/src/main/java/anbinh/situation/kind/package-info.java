/// The kinds of situations and the terms in which what comes next is due, as data with their days.
@NullMarked
package anbinh.situation.kind;

import org.jspecify.annotations.NullMarked;
