/// Campaigns that move people to protect security and order: what the commune's police, the
/// Fatherland Front and its member organisations plan, do and report (Law 30/2023/QH15, article 8).
///
/// Words. A *campaign* has an aim, a time, villages and partner organisations; *messages* say it in
/// the languages of the place, *materials* are leaflets, pictures and sound; *activities* are what
/// was done, with how many came; the *report* is what came of it.
///
/// Life cycle: PLANNED, then RUNNING or REFUSED as another person decides, ENDED, REPORTED. Who
/// came is a number and never a name; who is commended is named by an office's paper only, and for
/// some years.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: indicators",
      "platform :: malware",
      "platform :: sql",
      "audit",
      "audit :: services",
      "identity",
      "identity :: services",
      "areas",
      "areas :: services",
      "worklist"
    })
package anbinh.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
