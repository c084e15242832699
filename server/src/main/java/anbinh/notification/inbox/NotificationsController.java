package anbinh.notification.inbox;

import anbinh.identity.session.Access;
import anbinh.notification.channel.Addresses;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.SiteClock;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/notifications`: the signed-in person's inbox.
@RestController
@RequestMapping("/api/notifications")
class NotificationsController {
  private static final int MAX_UNREAD = 100;

  private final NotificationTable table;
  private final Addresses addresses;
  private final Access access;
  private final SiteClock clock;

  NotificationsController(
      NotificationTable table, Addresses addresses, Access access, SiteClock clock) {
    this.table = table;
    this.addresses = addresses;
    this.access = access;
    this.clock = clock;
  }

  @GetMapping
  Page<Notification> list(PageRequest request) {
    UUID person = access.person().id();
    return Page.read(
        request,
        each -> List.of(each.id().toString()),
        rows -> table.list(person, request.after(), rows));
  }

  /// Every page that is open asks for it three times a minute.
  @GetMapping("/unread")
  NotificationTable.Unread unread() {
    return table.unread(access.person().id(), MAX_UNREAD);
  }

  /// @param upTo the newest notification that was seen
  record ReadForm(@NotNull UUID upTo) {}

  /// Marks as read what came up to one of them.
  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(@Valid @RequestBody ReadForm form) {
    UUID person = access.person().id();
    table.setRead(person, form.upTo(), clock.now());
    addresses.setSeen(person);
  }
}
