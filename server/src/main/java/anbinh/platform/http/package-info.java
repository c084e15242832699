/// What features have to do with HTTP beyond their controllers: which paths are open or take large
/// bodies, ranges of bytes, answers that are problems, and who may ask for what. How all of it is
/// served is `anbinh.platform.web`'s, which no feature meets.
///
/// A named interface of the platform: a feature that uses it says `platform :: http`.
@NamedInterface("http")
@NullMarked
package anbinh.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
