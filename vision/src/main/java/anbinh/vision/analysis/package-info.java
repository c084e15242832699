/// Follows what passes a camera through the pictures of its video, and says of each vehicle and
/// person once what all pictures together show.
///
/// Words. A *look* is a picture in which plates and objects are sought. A *sight* is one plate or
/// object in one look. A *track* is the sights of one vehicle, from which its pass follows once it
/// is gone.
@NullMarked
package anbinh.vision.analysis;

import org.jspecify.annotations.NullMarked;
