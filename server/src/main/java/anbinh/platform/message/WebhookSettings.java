package anbinh.platform.message;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The webhook of a feature that calls one.
///
/// @param url of what is called, such as a gateway for text messages: `https`, or `http` on the
///   same machine; none: nobody is called
/// @param secret with which calls are signed: `whsec_` and 24 to 64 bytes in Base 64; needed with a
///   url
public record WebhookSettings(@Nullable URI url, @Nullable String secret) {
  @Override
  public String toString() {
    return "WebhookSettings[url=" + url + "]";
  }
}
