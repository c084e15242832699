package anbinh.cameras;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How to reach a camera's owner. Never printed.
///
/// @param name whom to ask for
public record OwnerContact(
    @NotBlank @Size(max = LONGEST_NAME) String name,
    @Nullable @Size(max = LONGEST_PHONE) String phone,
    @Nullable @Size(max = LONGEST_ADDRESS) String address) {
  public static final int LONGEST_NAME = 120;
  public static final int LONGEST_PHONE = 40;
  public static final int LONGEST_ADDRESS = 300;

  @Override
  public String toString() {
    return "OwnerContact[…]";
  }
}
