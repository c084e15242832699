/// Areas: units of the province — province, commune, residential area, agency, school.
///
/// Words. An *area* is a unit with a short code (`TH`, `TH-HAC-THANH`), below at most one other. It
/// is valid from a day and until a day, since units are merged and split; what happened in a past
/// unit stays with it.
///
/// Invariant: the areas form a forest; an area's parent existed before it.
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "audit", "identity"})
package anbinh.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
