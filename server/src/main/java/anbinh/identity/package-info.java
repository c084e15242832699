/// Identity: people, their roles and areas, how they sign in, and what they may do.
///
/// Words. A *person* has roles in one area and all areas below it; no area means the whole site. A
/// *refusal* is an answer 403; every one is recorded. A *pseudonym* stands for a person in the log.
///
/// A *second factor* is what somebody has beside the password. A *grave act* needs somebody who
/// showed a short while ago that it is them.
///
/// Life of a person: created by an administrator (the first one by the server itself), active until
/// set inactive; never deleted, since the log names them. Life of a session: opened by sign-in with
/// a new identifier, ended by sign-out, by being idle, by its greatest age, by a new password, or
/// by the person being set inactive.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: http",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services"
    })
package anbinh.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
