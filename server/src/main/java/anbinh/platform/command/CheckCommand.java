package anbinh.platform.command;

import anbinh.platform.CheckReport;
import anbinh.platform.ConsistencyCheck;
import anbinh.platform.Finding;
import anbinh.platform.FindingArchive;
import anbinh.platform.Findings;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Runs every [ConsistencyCheck], prints the findings, how far it is each half minute, and at the
/// end what was compared and how long that took. The exit code is made of the findings: 0 for none,
/// 1 for some, 2 when a check could not run. What must suspend a server is kept for it, so that one
/// beside this command learns of it.
@Component
@ConditionalOnProperty(name = "anbinh.command", havingValue = "check")
class CheckCommand implements CommandLineRunner, ExitCodeGenerator {
  private static final Duration PROGRESS = Duration.ofSeconds(30);
  private static final String ENTRIES = "entries";

  private final List<ConsistencyCheck> checks;
  private final FindingArchive archive;
  private final PrintStream out;
  private final Duration progress;
  private final Map<String, Long> compared = new TreeMap<>();
  private int exitCode;

  @Autowired
  CheckCommand(List<ConsistencyCheck> checks, FindingArchive archive) {
    this(checks, archive, System.out, PROGRESS);
  }

  CheckCommand(
      List<ConsistencyCheck> checks, FindingArchive archive, PrintStream out, Duration progress) {
    this.checks = List.copyOf(checks);
    this.archive = archive;
    this.out = out;
    this.progress = progress;
  }

  @Override
  public void run(String... arguments) {
    long begun = System.nanoTime();
    for (ConsistencyCheck check : checks) {
      run(check, begun);
    }
    double seconds = since(begun);
    long entries = compared.getOrDefault(ENTRIES, 0L);
    out.printf(
        Locale.ROOT,
        "compared in %.1f s: %s (%.0f entries a second)%n",
        seconds,
        compared.entrySet().stream()
            .filter(each -> each.getValue() > 0)
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", ")),
        entries / seconds);
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }

  private void run(ConsistencyCheck check, long begun) {
    var reported = new Reported(check, begun);
    Thread teller = Thread.ofVirtual().start(reported::tell);
    try {
      long own = System.nanoTime();
      long looked = check.run(reported);
      archive.keep(Finding.confirmed(reported.findings.suspending(), check));
      long found = reported.findings.count();
      compared.merge(check.unit(), looked, Long::sum);
      out.printf(
          Locale.ROOT,
          "%s: %s (%d %s in %.1f s)%n",
          check.subject(),
          found == 0 ? "sound" : found + " findings",
          looked,
          check.unit(),
          since(own));
      exitCode = Math.max(exitCode, found == 0 ? 0 : 1);
    } catch (RuntimeException e) {
      out.println(check.subject() + ": could not be checked: " + e.getMessage());
      exitCode = 2;
    } finally {
      teller.interrupt();
    }
  }

  private static double since(long begun) {
    return (System.nanoTime() - begun) / 1e9;
  }

  /// What one check reports, printed as it comes.
  private final class Reported implements CheckReport {
    private final ConsistencyCheck check;
    private final long begun;
    private final Findings findings = new Findings();
    private volatile long looked;

    private Reported(ConsistencyCheck check, long begun) {
      this.check = check;
      this.begun = begun;
    }

    @Override
    public void accept(Finding finding) {
      findings.accept(finding);
      out.println(check.subject() + ": " + finding.subject() + ": " + finding.what());
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // only the check's own thread adds
    public void looked(long more) {
      looked += more;
    }

    /// Says each half minute how far the check is, until it is interrupted.
    private void tell() {
      try {
        while (true) {
          Thread.sleep(progress);
          out.printf(
              Locale.ROOT,
              "    … %s: %d %s so far (%.0f s)%n",
              check.subject(),
              looked,
              check.unit(),
              since(begun));
        }
      } catch (InterruptedException over) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
