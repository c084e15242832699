/// Files that owners of community cameras upload for one ask.
///
/// Words. A file is *received* in pieces by the tus protocol 1.0
/// (<https://tus.io/protocols/resumable-upload>): core, creation, termination, checksum and
/// expiration. It lies in the *quarantine*, `evidence/quarantine/<id>` below the data folder, byte
/// for byte as it came, is never run or served, and where it ends is how far it came. When it is
/// whole it is looked at: hashed, its kind told from its content, checked for malware where a
/// checker is set up, read by libav in a child process. Then it is *accepted* and can be given, or
/// *rejected* and erased; an infected one goes to `evidence/infected`, from which nothing is read.
///
/// ```
/// RECEIVING → RECEIVED → ACCEPTED
///                     └→ REJECTED
/// ```
///
/// Invariants: a file belongs to one ask and is met by its link only; what is not given, or taken
/// back, is erased; what is sealed leaves the quarantine.
@NullMarked
package anbinh.evidence.upload;

import org.jspecify.annotations.NullMarked;
