package anbinh.platform.background;

import anbinh.platform.OnlyWhenServing;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Gives back the memory that only the start needed, that of the program and that of its cameras,
/// and what has gathered since. Recording makes so little garbage that lasts that the collector
/// would not come by it for hours.
///
/// Everything stands still for about a fifth of a second meanwhile; what cameras send waits in
/// their connections.
@Component
@OnlyWhenServing
class SpareMemory {
  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
  void give() {
    System.gc();
  }
}
