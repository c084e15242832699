package anbinh.demo.mailbox;

import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.PlatformProblem;
import anbinh.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/demo/messages`: what a demonstration sent, for its administrators: there are links and
/// codes in it. There is nothing there in any other installation.
@RestController
class MailboxController {
  private final Access access;
  private final ObjectProvider<Mailbox> mailbox;

  MailboxController(Access access, ObjectProvider<Mailbox> mailbox) {
    this.access = access;
    this.mailbox = mailbox;
  }

  /// @param items the newest first
  record MailboxView(List<DemoMessage> items) {
    MailboxView {
      items = List.copyOf(items);
    }
  }

  /// @param type `owner.message` or `notification.message`
  /// @param link of an owner's page; null in what has none
  record DemoMessage(
      String id,
      Instant at,
      String type,
      String to,
      String language,
      String text,
      @Nullable String link) {}

  @GetMapping("/api/demo/messages")
  MailboxView list() {
    access.require(Role.ADMINISTRATOR);
    return new MailboxView(
        Optional.ofNullable(mailbox.getIfAvailable())
            .orElseThrow(() -> Problem.of(PlatformProblem.NOT_FOUND))
            .list()
            .stream()
            .map(message ->
                new DemoMessage(
                    message.id(),
                    message.at(),
                    message.type(),
                    message.to(),
                    message.language(),
                    message.text(),
                    message.link()))
            .toList());
  }
}
