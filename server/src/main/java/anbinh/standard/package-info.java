/// The yearly standard "safe in security and order" (Circular 124/2021/TT-BCA).
///
/// Words. A *unit* is a residential area, a commune, an agency, an enterprise or a school. It
/// *registers* for a year, *assesses itself* by the criteria of that year in a meeting with
/// minutes, the standing body of the steering committee above it *appraises*, its chair *decides*
/// met or not met, and a *certificate* is given; a decision may be *revoked*. There are no points:
/// the standard is met when all criteria are.
///
/// Invariants. Steps, answers and reviews are only added to. Who decides is another person than who
/// appraised, and both than who assessed. A figure, a share or a question of this program answers
/// no criterion and lowers no result: a person does. No criterion has a field for a person.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: http",
      "platform :: indicators",
      "platform :: secret",
      "platform :: sheet",
      "platform :: sql",
      "print",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "worklist"
    })
package anbinh.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
