/// Cases: what happened, and what footage clarified about it.
///
/// Words. A *case* is something that happened in an area, of one type of a dated list
/// (`CaseTypes`), with a code (`CASE-2026-0001`). Footage is only ever asked for within a case. Its
/// *outcome* says whether it was clarified and by what, and closes it; a closed case takes no
/// further requests. It may have a *place*; a *protected* one, of a child or of domestic violence,
/// has none but its commune. Its *officers* are who works on it; its *parties* the people
/// concerned, which only they read; its *vehicles* carry plates as they were read; its *incidents*
/// are the single happenings that it joins, each with a place and a time of its own.
///
/// Invariants: a case belongs to one area for ever; it is closed exactly when it has an outcome;
/// while a request is undecided or being collected its case stays open; it always has an officer;
/// an incident that was entered by mistake is withdrawn and never deleted; nothing outside this
/// feature reaches its parties. The yearly figures (`CaseFigures`) are counted from these records,
/// never typed in.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: indicators",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services",
      "areas :: services"
    })
package anbinh.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
