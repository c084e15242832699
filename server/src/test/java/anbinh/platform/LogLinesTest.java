package anbinh.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/// What comes from outside cannot make a line of the server's log that looks like its own.
class LogLinesTest {
  private static final String FORGED = "\r\n10:00:00 INFO  admin signed in";

  @Test
  void everyFurtherLineStandsBehindABar() throws IOException {
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    var layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(
        String.valueOf(
            new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst()
                .getProperty("logging.pattern.console")));
    layout.start();
    var failure = new IllegalStateException("of " + FORGED, new IOException("by " + FORGED));
    var event =
        new LoggingEvent(
            "x",
            context.getLogger("anbinh"),
            Level.WARN,
            "name {}",
            failure,
            new Object[] {FORGED});

    String[] lines = layout.doLayout(event).split("\n", -1);
    assertThat(lines[0]).matches("\\d\\d:\\d\\d:\\d\\d WARN  name  10:00:00 INFO  admin signed in");
    assertThat(lines).hasSizeGreaterThan(5);
    for (int i = 1; i < lines.length - 1; i++) {
      assertThat(lines[i]).startsWith("| ");
    }
    assertThat(lines[lines.length - 1]).isEmpty();
    assertThat(String.join("\n", lines)).containsOnlyOnce("IllegalStateException");
  }
}
