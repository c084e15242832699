/// The work of the teams that protect security and order (Law 30/2023/QH15, articles 7 to 12;
/// Circular 14/2024/TT-BCA): *shifts*, *patrols* and *drills*, *equipment*, *pay*, yearly *merit*,
/// and the self-managed *groups* of households beside the teams.
///
/// Invariants. Who was where is what a team wrote, never where a phone was. Pay is counted from
/// rules with the day from which they hold, and two people sign a month. Nothing is written over: a
/// correction is a further version.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
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
      "team",
      "team :: services",
      "standard",
      "worklist"
    })
package anbinh.teamwork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
