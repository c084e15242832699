package anbinh.platform.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says on the console where to go, once the server answers.
@Component
class ReadyMessage {
  private static final Logger LOG = LoggerFactory.getLogger("anbinh");

  @EventListener
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context
        && context.getWebServer() != null) {
      LOG.info(
          "ready after {} ms: http://localhost:{}/",
          event.getTimeTaken() == null ? 0 : event.getTimeTaken().toMillis(),
          context.getWebServer().getPort());
    }
  }
}
