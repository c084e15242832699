package anbinh.evidence.web;

import java.util.List;

/// What a request would get, without making it.
///
/// @param senior why only a senior approver will be able to grant it; empty when every approver may
record CheckView(List<CameraCoverage> cameras, List<Warning> warnings, List<Tiers.Reason> senior) {
  CheckView {
    cameras = List.copyOf(cameras);
    warnings = List.copyOf(warnings);
    senior = List.copyOf(senior);
  }

  /// Something to think about before sending; it forbids nothing.
  record Warning(String code, String text) {}
}
