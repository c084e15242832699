package anbinh;

import anbinh.platform.Umask;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.aot.AbstractAotProcessor;

/// The server's entry point.
///
/// `--anbinh.command=serve` (the default) serves until stopped; `--anbinh.command=check` checks the
/// installation without a web server, prints the findings and exits with 0 (sound), 1 (findings) or
/// 2 (the check itself could not run).
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnBinh {
  private static final String CHECK = "--anbinh.command=check";
  private static final int COULD_NOT_CHECK = 2;

  public static void main(String[] arguments) {
    if (!Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)) { // not while it is built
      Umask.restrict(); // before anything is written, the server's log included
    }
    ImageIO.setUseCache(false); // no picture in a temporary file
    // Numbers of documents and names are written alike wherever the server stands; what people read
    // is written in their language, which is said each time.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    var application = new SpringApplication(AnBinh.class);
    for (String argument : arguments) {
      if (argument.equals(CHECK)) {
        application.setWebApplicationType(WebApplicationType.NONE);
        System.setProperty(AotDetector.AOT_ENABLED, "false"); // the build prepares what serves
        System.exit(check(application, arguments));
      }
    }
    application.run(arguments);
  }

  /// What stops the start has been told by then.
  private static int check(SpringApplication application, String[] arguments) {
    try {
      return SpringApplication.exit(application.run(arguments));
    } catch (RuntimeException told) {
      return COULD_NOT_CHECK;
    }
  }
}
