/// Cases: what happened, and what footage clarified about it.
///
/// Words. A *case* is something that happened in an area, of one [CaseType], with a code
/// (`CASE-2026-0001`). Footage is only ever asked for within a case. Its *outcome* says whether it
/// was clarified and by what, and closes it; a closed case takes no further requests.
///
/// Invariants: a case belongs to one area for ever; it is closed exactly when it has an outcome;
/// while a request is undecided or being collected its case stays open. The yearly figures
/// ([CaseFigures]) are counted from these records, never typed in.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "identity", "areas"})
package anbinh.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
