package anbinh.sightings.onvif;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Cameras that tell by themselves what passes.
///
/// @param cameras their codes, such as `CAM-0001`, whose stream has metadata beside the video;
///   `CAM-0001=/PATH` where metadata comes by another path of the same camera
@ConfigurationProperties("anbinh.sightings.onvif")
record OnvifSettings(
    @DefaultValue List<@Pattern(regexp = "[^=\\s]{1,40}(=/\\S{0,200})?") String> cameras) {
  OnvifSettings {
    cameras = List.copyOf(cameras);
  }
}
