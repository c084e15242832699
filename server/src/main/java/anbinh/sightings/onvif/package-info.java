/// Cameras that analyse their pictures themselves as a source of passes: their metadata stream over
/// RTSP (ONVIF Profile M).
///
/// A camera says of each picture where which object is. What is *followed* are the objects of one
/// camera by their numbers; one that is gone is a pass. Of people nothing is read but that somebody
/// passed: faces and bodies are passed over unread.
@NullMarked
package anbinh.sightings.onvif;

import org.jspecify.annotations.NullMarked;
