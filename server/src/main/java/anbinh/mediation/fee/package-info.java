/// What mediators get for the mediations that they brought to an end (Law 35/2013/QH13, articles 6
/// and 9.5): rules by the day from which they hold, and what a quarter comes to.
@NullMarked
package anbinh.mediation.fee;

import org.jspecify.annotations.NullMarked;
