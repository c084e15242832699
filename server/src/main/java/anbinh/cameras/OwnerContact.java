package anbinh.cameras;

import anbinh.platform.EmailAddress;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How to reach a camera's owner. Never printed.
///
/// @param name whom to ask for
public record OwnerContact(
    @NotBlank @Size(max = MAX_NAME) String name,
    @Nullable @Size(max = MAX_PHONE) String phone,
    @Nullable @Size(max = MAX_ADDRESS) String address,
    @Nullable @Size(max = EmailAddress.MAX_LENGTH) @Email(regexp = EmailAddress.FORM)
        String email) {
  public static final int MAX_NAME = 120;
  public static final int MAX_PHONE = 40;
  public static final int MAX_ADDRESS = 300;

  @Override
  public String toString() {
    return "OwnerContact[…]";
  }
}
