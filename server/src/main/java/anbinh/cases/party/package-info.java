/// Parties: the people of a case by what they are in it, a closed record.
///
/// Words. A *party* is somebody in one of the roles of [PartyRole], recorded on a legal basis until
/// an end date. After it the record is *sealed*: nobody reads it any more; some time later it is
/// *erased*, which an entry of the log certifies. Between the two it can be *opened again* by two
/// people: one who works on the case asks, on a new legal basis and until a new end, and an
/// approver who does not, confirms it on a paper of the prosecutor or the court.
///
/// Invariants. Name, contact and basis are one encrypted value, so no query can look for them; they
/// leave this package one record at a time, to somebody who works on the case, with an entry of the
/// log. Lists say roles and dates and no name, whose ever. There is no picture, no biometric
/// feature, no belief and no ethnicity, and no other feature reaches anything of this one.
@NullMarked
package anbinh.cases.party;

import org.jspecify.annotations.NullMarked;
