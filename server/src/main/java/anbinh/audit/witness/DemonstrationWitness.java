package anbinh.audit.witness;

import anbinh.platform.DataFolder;
import anbinh.platform.Site;
import anbinh.seal.FormatProblem;
import anbinh.seal.note.VerifierKey;
import anbinh.seal.policy.Policy;
import anbinh.seal.witness.RunningWitness;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The witness that a demonstration runs beside itself, unless a policy names others, so that one
/// sees what a cosignature looks like. It proves nothing: whoever has this machine has it, too. Its
/// name says so, wherever it is shown.
@Component
class DemonstrationWitness implements AutoCloseable {
  /// In the policy, and so in packages and what verifiers print.
  static final String NAME = "demonstration-on-the-same-machine-proves-nothing";

  private static final Logger LOG = LoggerFactory.getLogger(DemonstrationWitness.class);
  private static final String KEY_NAME = "demonstration.invalid/" + NAME;

  private final boolean requested;
  private final Path folder;
  private @Nullable RunningWitness running;

  DemonstrationWitness(Site site, WitnessSettings settings, DataFolder data) {
    this.requested = site.demonstration() && settings.policy() == null;
    this.folder = data.root().resolve("demo").resolve("witness");
  }

  /// Starts it and returns the policy that asks for it; empty where none is wanted, or it does not
  /// start.
  Optional<Policy> start(VerifierKey log) {
    if (!requested) {
      return Optional.empty();
    }
    try {
      // What it refuses is kept in its folder, and nobody reads this journal.
      var journal = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      RunningWitness started =
          RunningWitness.start(folder, KEY_NAME, List.of(log), "127.0.0.1", 0, journal);
      running = started;
      var witness = new Policy.Witness(NAME, started.key(), started.address());
      return Optional.of(
          new Policy(List.of(new Policy.Log(log, null)), List.of(witness), List.of(), NAME));
    } catch (IOException | UncheckedIOException | FormatProblem e) {
      LOG.warn("the demonstration's witness does not start; packages have no cosignature", e);
      return Optional.empty();
    }
  }

  /// Whether it is the witness that is asked.
  boolean isAsked() {
    return running != null;
  }

  @Override
  public void close() throws IOException {
    RunningWitness started = running;
    if (started != null) {
      started.close();
      running = null;
    }
  }
}
