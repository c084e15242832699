package anbinh.cameras;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How to reach a camera's owner. Never printed.
///
/// @param name whom to ask for
public record OwnerContact(
    @NotBlank @Size(max = MAX_NAME) String name,
    @Nullable @Size(max = MAX_PHONE) String phone,
    @Nullable @Size(max = MAX_ADDRESS) String address,
    @Nullable @Size(max = MAX_EMAIL) @Email(regexp = EMAIL) String email) {
  public static final int MAX_NAME = 120;
  public static final int MAX_PHONE = 40;
  public static final int MAX_ADDRESS = 300;
  public static final int MAX_EMAIL = 254;

  /// A plain address as people write it (RFC 5321), without quoted parts, comments and lists.
  private static final String EMAIL =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}";

  private static final Pattern EMAIL_FORM = Pattern.compile(EMAIL);

  public static boolean isEmail(String text) {
    return EMAIL_FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "OwnerContact[…]";
  }
}
