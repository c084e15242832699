/// Legal measures: people whom the commune educates or helps because a decision says so, and until
/// the day that it says (Law 30/2023/QH15, article 11).
///
/// Words. A *measure* rests on the paper of a court or a chair and has an end date. An officer of
/// the commune *records* it, the chair *confirms* what they saw; the officer *keeps* it and assigns
/// *helpers*, who carry out *tasks* of support. After the end date it is *sealed*, later *erased*.
/// Two of different offices may have a sealed one *opened* for an hour.
///
/// ```
/// WAITING ─confirmed─▶ IN_FORCE ◀─▶ SUSPENDED
///    │ refused, or nobody confirmed     └────┬───┘ the day after the end
///    ▼                                       ▼
/// REFUSED, LAPSED (erased)                SEALED ─▶ deleted, and counted as ever
/// ```
///
/// Invariants. Nobody is recorded without the paper and an end date, and no list of people comes
/// about: the name is in one encrypted value, opened one measure at a time to who keeps it or
/// helps, with an entry of the log; nothing can be searched by it, and a second record of the same
/// name is taken like the first. There are no judgements: what happened is said in fixed words. A
/// measure of a minor that ended is erased at once, since nobody may open it. What moves the end
/// date is never one officer's word, and silence makes nothing longer. Others see counts, small
/// ones hidden.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: figures",
      "platform :: indicators",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "team",
      "team :: services",
      "worklist"
    })
package anbinh.measure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
