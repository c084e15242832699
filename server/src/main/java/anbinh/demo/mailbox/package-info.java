/// The mailbox of a demonstration: what it sends to owners and officers, to be read on a page of
/// its own, since the telephone numbers of a demonstration reach nobody.
///
/// A gateway for text messages that is started before the server ([MailboxEnvironment]) and named
/// to each feature by the settings that name one in use. So messages come the whole way, signed and
/// over HTTP, and no feature knows of it.
@NullMarked
package anbinh.demo.mailbox;

import org.jspecify.annotations.NullMarked;
