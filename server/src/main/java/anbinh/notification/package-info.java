/// Notifications: whoever has more to do is told, in the console and by the ways they chose.
///
/// Words. A *notification* says that more of a kind of work waits for a person, or that some of it
/// is overdue. It comes from the person's worklist, and holds nothing that the worklist does not
/// say. The *inbox* has a person's notifications. An *address* is where messages reach somebody by
/// a *channel*: a browser (Web Push), e-mail, or a telephone through a gateway. A *message* is what
/// leaves the system.
///
/// Invariants. A message says that something waits, whether it is urgent, and where to sign in;
/// never what, and of whom. It goes to nobody but the person, who gave the address and confirmed
/// that it is theirs. No address is in a log.
@NullMarked
@ApplicationModule(
    allowedDependencies = {
      "platform",
      "platform :: background",
      "platform :: message",
      "platform :: secret",
      "platform :: sql",
      "audit",
      "audit :: services",
      "worklist",
      "identity",
      "identity :: services"
    })
package anbinh.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
