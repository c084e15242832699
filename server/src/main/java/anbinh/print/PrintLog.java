package anbinh.print;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads the printer's warnings into the server's log; it says much else that nobody reads.
final class PrintLog implements XRLogger {
  private static final Logger LOG = LoggerFactory.getLogger(PdfPrinter.class);

  @Override
  public void log(String where, Level level, String message) {
    log(where, level, message, null);
  }

  @Override
  public void log(String where, Level level, String message, @Nullable Throwable failure) {
    if (level.intValue() >= Level.WARNING.intValue()) {
      LOG.warn("printing: {}", message, failure);
    }
  }

  @Override
  public void setLevel(String logger, Level level) {}

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return diagnostic.getLevel().intValue() >= Level.WARNING.intValue();
  }
}
