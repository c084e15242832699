package anbinh.notification.channel;

import anbinh.identity.Person;
import anbinh.identity.session.Access;
import anbinh.notification.Channel;
import anbinh.platform.Page;
import anbinh.platform.message.Failure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/notifications/addresses`: where the signed-in person is reached; everybody has their own.
@RestController
@RequestMapping("/api/notifications/addresses")
class NotificationAddressesController {
  private static final int MAX_TARGET = 2_000;
  private static final int MAX_LABEL = 80;

  private final AddressTable table;
  private final Addresses addresses;
  private final Access access;

  NotificationAddressesController(AddressTable table, Addresses addresses, Access access) {
    this.table = table;
    this.addresses = addresses;
    this.access = access;
  }

  /// @param target null of a browser, whose address nobody reads
  /// @param failure of the last message; null where it was taken
  record AddressView(
      UUID id,
      Channel channel,
      @Nullable String target,
      @Nullable String label,
      boolean urgentOnly,
      boolean confirmed,
      @Nullable Instant codeUntil,
      @Nullable Instant sentAt,
      @Nullable Failure failure) {}

  /// @param target the browser's address of its push service, an e-mail address or a telephone
  ///   number
  record NewAddress(
      @NotNull Channel channel,
      @NotBlank @Size(max = MAX_TARGET) String target,
      @Nullable @Size(min = 1, max = MAX_LABEL) String label,
      boolean urgentOnly) {
    @Override
    public String toString() {
      return "NewAddress[" + channel + "]";
    }
  }

  record AddressChange(boolean urgentOnly) {}

  record Code(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {
    @Override
    public String toString() {
      return "Code[…]";
    }
  }

  @GetMapping
  Page<AddressView> list() {
    return Page.all(table.list(access.person().id()).stream().map(this::view).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AddressView add(@Valid @RequestBody NewAddress given) {
    Person person = access.person();
    return view(
        addresses.add(person, given.channel(), given.target(), given.label(), given.urgentOnly()));
  }

  @PutMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@PathVariable UUID id, @Valid @RequestBody AddressChange change) {
    addresses.setUrgentOnly(access.person(), id, change.urgentOnly());
  }

  @PostMapping("/{id}/confirmation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void confirm(@PathVariable UUID id, @Valid @RequestBody Code given) {
    addresses.confirm(access.person(), id, given.code());
  }

  /// To try it; or another code, where the address is not confirmed yet.
  @PostMapping("/{id}/messages")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void sendMessage(@PathVariable UUID id) {
    addresses.sendMessage(access.person(), id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID id) {
    addresses.remove(access.person(), id);
  }

  private AddressView view(Address address) {
    return new AddressView(
        address.id(),
        address.channel(),
        address.channel() == Channel.PUSH ? null : table.target(address.id()),
        address.label(),
        address.urgentOnly(),
        address.confirmedAt() != null,
        address.codeUntil(),
        address.sentAt(),
        address.failure());
  }
}
