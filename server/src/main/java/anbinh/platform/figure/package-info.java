/// What may be told of counts behind which there can be violence in a family or a child, to who
/// does not see the single records.
@NullMarked
@NamedInterface("figures")
package anbinh.platform.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
