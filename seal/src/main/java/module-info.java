/// Tamper evidence: a tlog-tiles log, checkpoints, proofs, bags and their verifier. Needs the JDK
/// only.
module anbinh.seal {
  requires static org.jspecify;
}
