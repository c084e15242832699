package anbinh.platform;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;

/// A build that a test names.
public final class FakeProgram extends Program {
  private final @Nullable String commit;

  /// @param commit null for one that was built outside of its source's repository
  public FakeProgram(@Nullable String commit) {
    super(new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));
    this.commit = commit;
  }

  @Override
  public Optional<String> findCommit() {
    return Optional.ofNullable(commit);
  }
}
