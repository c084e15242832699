package anbinh.demo;

import anbinh.audit.EventType;

/// What is recorded of a demonstration.
public enum DemoEvent implements EventType {
  /// A part of a made-up province was written, for which nothing else stands in the log: what is
  /// made up never happened.
  FILLED("demonstration.filled");

  private final String code;

  DemoEvent(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
