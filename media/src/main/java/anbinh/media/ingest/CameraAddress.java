package anbinh.media.ingest;

import anbinh.media.rtsp.Credentials;
import anbinh.media.rtsp.MalformedRtspException;
import anbinh.media.rtsp.RtspUri;
import org.jspecify.annotations.Nullable;

/// Where a camera's stream is and how to be let in. Not checked: what cannot be read as an address
/// shows as [anbinh.media.StreamState.Cause#BAD_ADDRESS].
///
/// @param uri such as `rtsp://192.0.2.7/stream1`; should hold no credentials, since it is shown
/// @param credentials null when the camera asks for none
public record CameraAddress(String uri, @Nullable Credentials credentials) {
  /// An address as people write it: credentials before `@` are taken out of the address.
  public static CameraAddress of(String uri) {
    try {
      RtspUri parsed = RtspUri.parse(uri);
      return new CameraAddress(parsed.text(), parsed.credentials());
    } catch (MalformedRtspException unreadable) {
      return new CameraAddress(uri, null);
    }
  }

  public static CameraAddress of(String uri, String username, String password) {
    return new CameraAddress(of(uri).uri(), new Credentials(username, password));
  }

  /// What may precede `@` in an unreadable address is left out, as it may be a password.
  @Override
  public String toString() {
    return "CameraAddress[" + uri.substring(uri.lastIndexOf('@') + 1) + "]";
  }
}
