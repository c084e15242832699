/// What may be told of counts behind which there can be violence in a family or a child, to who
/// does not see the single records.
@NullMarked
package anbinh.community.figure;

import org.jspecify.annotations.NullMarked;
