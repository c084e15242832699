/// Tamper evidence: a tlog-tiles log, checkpoints, proofs, bags, packages and their verifier. Needs
/// the JDK only.
module anbinh.seal {
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports anbinh.seal;
  exports anbinh.seal.bag;
  exports anbinh.seal.cms;
  exports anbinh.seal.figures;
  exports anbinh.seal.json;
  exports anbinh.seal.log;
  exports anbinh.seal.mp4;
  exports anbinh.seal.note;
  exports anbinh.seal.pack;
  exports anbinh.seal.policy;
  exports anbinh.seal.tree;
  exports anbinh.seal.verify;
  exports anbinh.seal.witness;
}
