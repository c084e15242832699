/// Work in the background: it is done in rounds from the server's start to its end, is woken when
/// there may be something to do, and what failed is tried again after a pause ([Retry]).
///
/// A named interface of the platform: a feature that uses it says `platform :: background`.
@NamedInterface("background")
@NullMarked
package anbinh.platform.background;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
