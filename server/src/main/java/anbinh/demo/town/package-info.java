/// A made-up town with streets, river and landmarks, and made-up boundaries of its province, so
/// that maps of a demonstration show something.
@NullMarked
package anbinh.demo.town;

import org.jspecify.annotations.NullMarked;
