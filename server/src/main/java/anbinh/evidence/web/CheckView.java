package anbinh.evidence.web;

import java.util.List;

/// What a request would get, without making it.
record CheckView(List<CameraCoverage> cameras, List<Warning> warnings) {
  CheckView {
    cameras = List.copyOf(cameras);
    warnings = List.copyOf(warnings);
  }

  /// Something to think about before sending; it forbids nothing.
  record Warning(String code, String text) {}
}
