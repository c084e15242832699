package anbinh.identity.factor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What somebody shows to be who they say, as it came over HTTP.
///
/// @param value the password or the code
/// @param credential what the browser's `PublicKeyCredential.toJSON` gave
public record Proof(
    @NotNull Method method,
    @Nullable @Size(max = 1000) String value,
    @Nullable JsonNode credential) {
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
