package anbinh.sightings;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long sightings are kept, and where they are searched.
///
/// @param retention a pass is found and kept for so long
/// @param engine of the index: `LUCENE`, inside the server, or `OPENSEARCH`, where one machine is
///   not enough; when it changes, the former serves until the other has all
@ConfigurationProperties("anbinh.sightings")
public record SightingSettings(
    @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 90) Duration retention,
    @DefaultValue("LUCENE") Engine engine) {
  /// What keeps the index of sightings.
  public enum Engine {
    LUCENE,
    OPENSEARCH
  }
}
