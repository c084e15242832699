/// How long sealed packages are kept, and holds on them.
///
/// Words. The *clock* of a package counts from the day of the paper by which its case ended for
/// good ([anbinh.cases.CaseEnd]), which two people have said; before that it is kept without an
/// end. When its time is over, the package, its copies and whatever else lies on the disk of its
/// request are *deleted*: the rows stay, and an event of the log, the *certificate*, names the hash
/// of each. A *hold* keeps a package whatever the clock says: it has a basis, an owner (who placed
/// it) and a day on which somebody looks at it again, and *lifting* it takes two people.
///
/// ```
/// kept → noted → erased → certified          HOLD → lifting asked → lifted
///                                              ↑         └→ refused ─┐
///                                              └─────────────────────┘
/// ```
///
/// Invariants: nothing is deleted while the end of its case is not known, within 30 days of its
/// confirmation, while a hold is in force (also when its review is overdue), or while somebody may
/// confirm or download a hand-over. What is deleted is noted, and from then on refused to
/// everybody, before the first file goes; it is certified when the last one has gone; a killed
/// server goes on where it was.
@NullMarked
package anbinh.evidence.retention;

import org.jspecify.annotations.NullMarked;
