/// Community: the people's side of a place — teams, situations, mediation, legal measures,
/// programmes, campaigns, the yearly standard.
///
/// Words. A *team* protects security and order in one or several villages (Law 30/2023/QH15); a
/// *situation* is what a team or a resident reports, and what becomes of it; a *mediation* settles
/// a dispute by agreement (Law 35/2013/QH13); a *measure* is what the commune does by a decision to
/// educate or help somebody, until its end date; a *programme* ("model") has people of an area keep
/// order together (Law 30/2023/QH15, article 8), a *campaign* moves them for a time; the *standard*
/// "safe in security and order" is assessed every year (Circular 124/2021/TT-BCA).
///
/// Invariant: nothing here reaches cameras, recordings, sightings, cases or evidence. That is a
/// promise to the people in it, and the list of what this feature may use keeps it.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: indicators",
      "platform :: malware",
      "platform :: secret",
      "platform :: sheet",
      "print",
      "audit",
      "identity",
      "areas"
    })
package anbinh.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
