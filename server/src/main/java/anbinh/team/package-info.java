/// Teams that protect security and order at the grassroots (Law 30/2023/QH15, Circular
/// 14/2024/TT-BCA).
///
/// Words. A *team* covers one or several villages of a commune (art. 14.2). The commune's police
/// propose, the chair of its People's Committee decides (art. 14.5): that a team is *established*,
/// changed or *dissolved*, and who is *recognised* as its leader, deputy or member for a *term*.
///
/// Invariants: who decides is another person than who proposed; a village belongs to one team at a
/// time, a team has one leader at a time, a person is in one team at a time, and no term begins
/// before its team. Names are read with an entry of the log and never stand in it; the number of an
/// identity card is encrypted and in no list. Nothing is deleted but by the clock of those who
/// left.
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
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "worklist"
    })
package anbinh.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
