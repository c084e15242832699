package anbinh.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Gives back the memory that only the start needed. Recording makes so little garbage that lasts
/// that the collector would not come by it for hours.
@Component
@OnlyWhenServing
class StartMemory {
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) {
    System.gc();
  }
}
