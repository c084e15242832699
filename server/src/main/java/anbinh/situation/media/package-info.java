/// Photos, voice and videos of reports: taken once, cleaned of the place, encrypted.
@NullMarked
package anbinh.situation.media;

import org.jspecify.annotations.NullMarked;
