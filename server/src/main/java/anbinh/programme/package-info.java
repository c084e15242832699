/// Programmes ("models", *mô hình*) of the movement that people keep security and order themselves
/// (Law 30/2023/QH15, article 8: models and good examples are built and replicated).
///
/// Words. A *kind* says what a programme of it usually consists of: *rules*, *criteria*, *partner*
/// organisations and the *indicators* that it hopes to move; what was used of it stays as it was. A
/// *programme* runs in one or several villages or in a whole commune. The commune's police propose,
/// the chair decides. It has *activities* with counts of who came, is *assessed* for each year by
/// one person and confirmed by another, and is *copied* to other areas, where each copy needs a
/// decision of its own.
///
/// ```
/// PROPOSED ─▶ LAUNCHED ─▶ ACTIVE ◀─▶ DORMANT ─▶ ENDED
///     │           └──────────┴──────────────────▶ ENDED
///     └─▶ REFUSED
/// ```
///
/// The first activity makes it ACTIVE. That it was assessed or replicated is no state, since both
/// come every year: they are facts beside it.
///
/// Invariants. Group level only: counts of people and never who they are, no field for a belief, no
/// list of members. An area has one present programme of a kind. Whoever decides is another person
/// than who wrote or proposed, by account and by name, and names the version that they saw. Nothing
/// is overwritten: texts, activities and indicators have versions. What an indicator did before and
/// after is shown with what must be said of it, and never as an effect.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: http",
      "platform :: indicators",
      "platform :: sheet",
      "platform :: sql",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "standard",
      "standard :: services",
      "mediation :: services",
      "worklist"
    })
package anbinh.programme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
