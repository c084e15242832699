package anbinh.cameras;

import org.jspecify.annotations.Nullable;

/// How to sign in to a camera. Never printed.
public record CameraCredentials(@Nullable String username, @Nullable String password) {
  /// These, with whatever is given in their place.
  public CameraCredentials overriddenBy(
      @Nullable String otherUsername, @Nullable String otherPassword) {
    return new CameraCredentials(
        otherUsername == null ? username : otherUsername,
        otherPassword == null ? password : otherPassword);
  }

  @Override
  public String toString() {
    return "CameraCredentials[…]";
  }
}
