package anbinh.evidence.message;

import anbinh.cameras.OwnerContact;
import java.util.Optional;

/// The way by which a message goes.
public enum Channel {
  EMAIL,
  /// Through the webhook of a gateway, as SMS or Zalo.
  TEXT;

  /// Where an owner is reached by it.
  Optional<String> address(OwnerContact contact) {
    return Optional.ofNullable(
            switch (this) {
              case EMAIL -> contact.email();
              case TEXT -> contact.phone();
            })
        .filter(address -> !address.isBlank());
  }
}
