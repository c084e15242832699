/// Areas: units of the province — province, commune, ward, residential area, agency, enterprise,
/// school.
///
/// Words. An *area* is a unit with a code, below at most one other. A commune's code is that of the
/// General Statistics Office (`14797`); villages have none in the country, so theirs is the
/// commune's and three digits (`14797-001`). A unit is valid from a day and until a day, and is
/// called something from a day on: units are renamed, merged, divided and ended, and nothing of it
/// is deleted. What happened in a past unit stays with it. A *successor* took over what a unit was;
/// a unit that was divided has several, a merged one has several *predecessors*.
///
/// Rights follow the identity of an area and the tree. A past unit that went whole into one other
/// lies in it from then on, so whoever works for the successor reaches what was its predecessor's;
/// an import changes neither the identity nor the place of a unit that there is.
///
/// Invariants: the areas form a forest; no two present units have one code; each unit has exactly
/// one name at a time.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: sheet",
      "platform :: sql",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services"
    })
package anbinh.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
