/// Sightings: which vehicle or person passed which camera, where and when.
///
/// Words. A *sighting* is one pass before one camera. Its *readings* are what a reader made of the
/// plate; none of them is a fact. A *source* is what tells of passes. The *stream* is all passes in
/// the order in which they were stored; a pass's place in it is its *position*. The *index* is what
/// is searched; it follows the stream and can always be made from it again. A *wanted vehicle* is
/// an entry of a list with which passes are compared as they are stored.
///
/// Invariants: nobody searches without an open case that they work on and a reason; every search is
/// an entry of the log; a pass is never altered, and none is found that is older than the
/// retention, nor kept unless a case holds it; nothing is wanted without a document, another
/// person's approval and an expiry. Faces are not looked at, and nobody is found again by how they
/// look.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: message",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services",
      "cameras",
      "cameras :: services",
      "cases",
      "cases :: services",
      "recording",
      "recording :: services"
    })
package anbinh.sightings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
