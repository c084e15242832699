package anbinh.evidence.copy;

import anbinh.evidence.collect.Extraction;
import java.util.ArrayList;
import java.util.List;

/// Packages of copies in memory; CopiesJourney makes real ones.
public final class FakeCopyPackages extends CopyPackages {
  private final List<CopyPackage> packages = new ArrayList<>();

  @SuppressWarnings("NullAway") // there is neither a table nor a worker
  public FakeCopyPackages() {
    super(null, null);
  }

  public void add(CopyPackage one) {
    packages.add(one);
  }

  @Override
  public List<CopyPackage> list(Extraction extraction) {
    return List.copyOf(packages);
  }
}
