package anbinh.demo;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the demonstration shows beside its simulated cameras.
///
/// @param cameras whether cameras are simulated
/// @param camera RTSP address of a real camera
/// @param video an MP4 file with H.264 or H.265, played in a loop by a simulated camera
@ConfigurationProperties("anbinh.demo")
public record DemoSettings(
    @DefaultValue("true") boolean cameras, @Nullable String camera, @Nullable Path video) {
  @Override
  public String toString() {
    return "DemoSettings[cameras=" + cameras + ", video=" + video + "]";
  }
}
