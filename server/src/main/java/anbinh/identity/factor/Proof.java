package anbinh.identity.factor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What somebody shows to be who they say, as it came over HTTP.
///
/// @param value the password or the code; not with a passkey
/// @param credential what the browser's `PublicKeyCredential.toJSON` gave; with a passkey only
public record Proof(
    @NotNull Method method,
    @Nullable @Size(max = 1000) String value,
    @Nullable Map<String, @Nullable Object> credential) {
  public Proof {
    credential =
        credential == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(credential));
  }

  /// The field that goes with another method and is there nevertheless.
  public Optional<String> strayField() {
    if (method == Method.PASSKEY) {
      return value == null ? Optional.empty() : Optional.of("value");
    }
    return credential == null ? Optional.empty() : Optional.of("credential");
  }

  /// The field of the body that holds it.
  public String field() {
    return method == Method.PASSKEY ? "credential" : "value";
  }

  public String text() {
    return value == null ? "" : value;
  }

  @Override
  public String toString() {
    return "Proof[" + method + "]";
  }
}
