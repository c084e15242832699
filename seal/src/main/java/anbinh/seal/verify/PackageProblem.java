package anbinh.seal.verify;

/// Ends the reading of a package that cannot be read in one way only.
final class PackageProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Finding finding;

  PackageProblem(String file, Reason reason, String detail) {
    super(detail);
    finding = new Finding(file, reason, detail);
  }

  Finding finding() {
    return finding;
  }
}
