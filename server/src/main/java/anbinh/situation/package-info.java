/// Situations that teams, residents and officers report, and what becomes of them (Law
/// 30/2023/QH15, article 7).
///
/// Words. A *report* says what was *seen* apart from what was *told*, of a *kind* whose *terms* say
/// by when what comes next is due. An officer *responsible* for the commune *receives* it by
/// acknowledging it, *refers* it, and *closes* it. A report is no finding.
///
/// ```
/// SUBMITTED ─▶ ACKNOWLEDGED ─▶ REFERRED_POLICE | SENT_TO_MEDIATION | REFERRED_OTHER
///     ▲            │           | RESOLVED_ON_SITE | NOT_FOUNDED ─▶ CLOSED ─▶ (reopened) ACKNOWLEDGED
///     └ stepped ───┘           any of them, where the reporter asks and the officer agrees: RETRACTED
///       aside
/// ```
///
/// Invariants. Nothing that was written is written over: a change is a further version, a late
/// entry and a correction say that they are. Who reported stands encrypted under a key of its own,
/// and opens to the one officer who received the report first, as long as they have it, with an
/// entry of the log each time. Violence in a family and children are *guarded*: they are in no list
/// but of the officers responsible for the commune, their content opens to who received them, they
/// never reach a mediator, and no code, step or event tells them from others. Whoever is named in a
/// report, or made it, has no part in deciding about it. While something is due, a clock runs.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: figures",
      "platform :: http",
      "platform :: indicators",
      "platform :: malware",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "team :: services",
      "mediation",
      "mediation :: services",
      "worklist"
    })
package anbinh.situation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
