/// What was seen of one vehicle or person that passed a camera.
///
/// Words. A *pass* is one vehicle or person before one camera, from when it was first seen until it
/// was gone. Its *moment* is that of its best picture: the very one that the reading beside it was
/// read from.
@NullMarked
package anbinh.vision.pass;

import org.jspecify.annotations.NullMarked;
