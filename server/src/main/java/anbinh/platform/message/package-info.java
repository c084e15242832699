/// Messages out of the system: e-mail over a mail server, and signed calls of a webhook.
///
/// What is sent is the feature's; who is spoken to, how it is protected and what an answer means is
/// told here. A failure names nothing of the message.
///
/// A named interface of the platform: a feature that uses it says `platform :: message`.
@NamedInterface("message")
@NullMarked
package anbinh.platform.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
