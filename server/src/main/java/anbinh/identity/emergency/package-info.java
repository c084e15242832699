/// Emergency access: footage, or reports of situations, that a person may not otherwise see, for an
/// hour, in one area.
///
/// Words. An *emergency access* (`EMG-2026-0001`) is opened by a duty officer or an investigator of
/// the area, for themself, with a reason and a confirmation that it is them. It lets them look at
/// recorded footage and at nothing else; or it is opened by a community officer and lets them read
/// reports of one commune that are not guarded, and never who made them. The rules that it belongs
/// to are two sentences of `Rights`. Its *review* is another person's word on whether it was
/// justified.
///
/// Life: open until its end, which is never moved; over by time or earlier by its holder; reviewed
/// by an auditor, or by a senior approver of the area. Whoever sees at once that it is not
/// justified says so while it lasts, which ends it. What nobody reviewed in time is noted once as
/// overdue.
///
/// Invariants: one at a time, a few a day; nobody reviews their own; a review stays as it is; every
/// look under it is an entry of the log that names it.
@NullMarked
package anbinh.identity.emergency;

import org.jspecify.annotations.NullMarked;
