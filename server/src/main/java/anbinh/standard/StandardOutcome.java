package anbinh.standard;

/// What is proposed or decided: there is nothing between (article 8.1).
public enum StandardOutcome {
  MET,
  NOT_MET
}
