package anbinh.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/// Which build of An Bình this is, as far as whoever built it told.
@Component
public class Program {
  private static final String UNKNOWN = "unknown";

  private final @Nullable BuildProperties build;

  Program(ObjectProvider<BuildProperties> build) {
    this.build = build.getIfAvailable();
  }

  /// The version, `development` where it was not built by Maven.
  public String version() {
    return find("version").orElse("development");
  }

  /// The commit of its source, with `+changes` where files differed from it; empty where it was
  /// built outside of the source's repository.
  public Optional<String> findCommit() {
    return find("commit").filter(commit -> !commit.equals(UNKNOWN));
  }

  private Optional<String> find(String name) {
    return build == null ? Optional.empty() : Optional.ofNullable(build.get(name));
  }
}
