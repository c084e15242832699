/// Passes that entries of the list of wanted vehicles fit: found as they are stored, told to the
/// duty officers, and looked after by a person. An alert is never a fact: each reading may be
/// wrong.
@NullMarked
package anbinh.sightings.wanted.alert;

import org.jspecify.annotations.NullMarked;
