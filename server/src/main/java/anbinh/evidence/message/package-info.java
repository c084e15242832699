/// Messages to owners who are asked: by e-mail, and through a gateway for text messages.
///
/// Words. A *message* carries a new link to an owner, or reminds of one that went the same way. A
/// *channel* is the way it goes: `EMAIL` over a mail server (SMTP), `TEXT` over the webhook of a
/// gateway that speaks SMS or Zalo. A channel is *on* when it is set up. Whom it goes to is read
/// from the protected contact when the message is queued, and stands in the log as any reading is.
///
/// ```
/// WAITING → SENT        the mail server or the gateway took it
///   ├→ FAILED           it refused it for good, or was away for too long
///   └→ CANCELLED        the owner has answered, or the link is no longer the present one
/// ```
///
/// A message is queued in the transaction of the act that it tells of, sent in the background, and
/// tried again with pauses that double: it arrives at least once, and the same identifier marks a
/// repetition. Address and link are encrypted while it waits and erased when it ends; neither
/// stands in any log.
@NullMarked
package anbinh.evidence.message;

import org.jspecify.annotations.NullMarked;
