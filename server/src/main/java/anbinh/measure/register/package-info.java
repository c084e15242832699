/// The measures themselves: recorded, confirmed, changed by papers, helped with, sealed and erased,
/// and who may see which of it.
@NullMarked
package anbinh.measure.register;

import org.jspecify.annotations.NullMarked;
