package anbinh.media.rtsp;

/// A user name and password for a camera. The password never appears in text form.
public record Credentials(String username, String password) {
  @Override
  public String toString() {
    return "Credentials[username=" + username + "]";
  }
}
