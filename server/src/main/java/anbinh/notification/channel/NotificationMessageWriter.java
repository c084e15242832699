package anbinh.notification.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.identity.OwnAddress;
import anbinh.identity.Person;
import anbinh.platform.Messages;
import anbinh.platform.Site;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes messages in their reader's language. They leave the system, so they say that something
/// waits and where to sign in, and not what. Safe for many threads.
@Component
class NotificationMessageWriter {
  private static final String KEY = "notification.";

  private final Messages messages;
  private final OwnAddress own;
  private final Site site;

  NotificationMessageWriter(Messages messages, OwnAddress own, Site site) {
    this.messages = messages;
    this.own = own;
    this.site = site;
  }

  /// @param code by which an address is confirmed that is not yet
  Message write(Address address, String target, Person person, String code) {
    MessageKind kind = Objects.requireNonNull(address.message());
    Locale language = Locale.forLanguageTag(person.language());
    Object[] facts = {site.name(), own.get().toString(), code};
    String first = site.demonstration() ? text("demonstration", language) + "\n" : "";
    return new Message(
        id(address),
        target,
        kind == MessageKind.URGENT,
        language,
        text("subject." + kind, language, facts),
        first + text("text." + kind, language, facts));
  }

  /// The same until one is taken, so that what takes it knows a repetition.
  private static UUID id(Address address) {
    return UUID.nameUUIDFromBytes((address.id() + " " + address.sentAt()).getBytes(UTF_8));
  }

  private String text(String key, Locale language, Object... facts) {
    return messages.find(KEY + key, language, facts).orElse(key);
  }
}
