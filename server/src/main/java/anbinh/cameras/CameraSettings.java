package anbinh.cameras;

import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where cameras may be.
///
/// @param allowedAddresses addresses or networks, such as `127.0.0.1` or `169.254.0.0/16`, where
///   cameras may be although they are this machine's, link-local, or of a cloud's own services;
///   none: nowhere of the kind, but in a demonstration on this machine, where its cameras are
@ConfigurationProperties("anbinh.cameras")
public record CameraSettings(@Nullable List<String> allowedAddresses) {
  public CameraSettings {
    allowedAddresses = allowedAddresses == null ? null : List.copyOf(allowedAddresses);
  }

  @AssertTrue(message = "must be addresses or networks, such as 127.0.0.1 or 169.254.0.0/16")
  public boolean isAllowedAddresses() {
    return allowedAddresses == null
        || allowedAddresses.stream().allMatch(text -> AddressRange.parse(text).isPresent());
  }
}
