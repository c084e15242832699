package anbinh.sightings.opensearch;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The OpenSearch that has the index of sightings where `anbinh.sightings.engine` says so.
///
/// @param urls of its nodes: `https`, or `http` on the same machine; they stay set until the way
///   back to the other engine has come to its end
/// @param username none: without signing in
/// @param password of the username
/// @param prefix of the names of its indices; one that no other An Bình server has on the same
///   OpenSearch
/// @param shards of the index of a week; counts for weeks that begin
/// @param replicas of each shard; 0 loses the index with a node, which is then made anew
/// @param timeout of a request at each node, and how long one that is refused for want of capacity
///   is repeated
@ConfigurationProperties("anbinh.sightings.opensearch")
public record OpenSearchSettings(
    @DefaultValue List<URI> urls,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("anbinh") @Pattern(regexp = "[a-z][a-z0-9-]{0,40}") String prefix,
    @DefaultValue("3") @Min(1) @Max(64) int shards,
    @DefaultValue("1") @Min(0) @Max(5) int replicas,
    @DefaultValue("15s") @DurationMin(millis = 100) @DurationMax(minutes = 5) Duration timeout) {
  public OpenSearchSettings {
    urls = List.copyOf(urls);
  }

  @Override
  public String toString() {
    return "OpenSearchSettings[urls=" + urls + "]";
  }
}
