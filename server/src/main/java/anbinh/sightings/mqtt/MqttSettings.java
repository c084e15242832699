package anbinh.sightings.mqtt;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The broker that passes on Frigate's events.
///
/// @param url of the broker: `mqtts://HOST:PORT`, or `mqtt://HOST:PORT` on the same machine; none:
///   there is none
/// @param authority file with the certificates (PEM) that the broker's is trusted by; none: those
///   that Java trusts
/// @param username none: without signing in
/// @param password of the username
/// @param clientId by which the broker knows this server and keeps events for it; each server needs
///   its own
/// @param topicPrefix Frigate's `mqtt.topic_prefix`
/// @param cameras which of Frigate's cameras is which, such as `front_door=CAM-0001`; one that is
///   not named here is called by its code in Frigate as well
@ConfigurationProperties("anbinh.sightings.mqtt")
record MqttSettings(
    @Nullable URI url,
    @Nullable Path authority,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("anbinh") @NotEmpty @Size(max = 200) String clientId,
    @DefaultValue("frigate") @Pattern(regexp = "[^#+\\s]{1,200}") String topicPrefix,
    @DefaultValue List<@Pattern(regexp = "[^=]{1,100}=[^=]{1,40}") String> cameras) {
  MqttSettings {
    cameras = List.copyOf(cameras);
  }

  /// The codes of cameras by Frigate's names, where they differ.
  Map<String, String> codes() {
    return cameras.stream()
        .map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (_, b) -> b));
  }

  @Override
  public String toString() {
    return "MqttSettings[url=" + url + "]";
  }
}
