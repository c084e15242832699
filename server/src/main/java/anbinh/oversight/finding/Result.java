package anbinh.oversight.finding;

/// What an auditor made of a finding.
enum Result {
  /// The looks were part of the work.
  EXPLAINED,
  /// Whoever is responsible for the person looks into it.
  PASSED_ON
}
