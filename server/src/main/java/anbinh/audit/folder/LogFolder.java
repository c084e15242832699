package anbinh.audit.folder;

import anbinh.platform.DataFolder;
import anbinh.platform.Finding;
import anbinh.platform.StartFailure;
import anbinh.seal.note.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/// Where the log and its key are, and how often its head leaves the office.
@Component
public class LogFolder {
  private final Path folder;
  private final Path keyFile;
  private final String origin;
  private final Duration release;
  private final Duration firstCheck;

  LogFolder(DataFolder data, AuditSettings settings, RandomGenerator random) {
    Path key = settings.key();
    String requested = settings.origin();
    this.folder = data.root().resolve("log");
    this.keyFile = key == null ? data.root().resolve("keys").resolve("log.key") : key;
    this.release = settings.release();
    this.firstCheck = settings.firstCheck();
    this.origin =
        requested == null
            ? "anbinh.local/" + HexFormat.of().toHexDigits(random.nextLong())
            : requested;
  }

  public Path folder() {
    return folder;
  }

  /// How often the head leaves the office.
  public Duration release() {
    return release;
  }

  /// How long after the start the whole log is checked for the first time.
  public Duration firstCheck() {
    return firstCheck;
  }

  /// What is found of a log that cannot be read, without the path of its folder.
  public Finding unreadable(RuntimeException why) {
    String what = String.valueOf(why.getMessage()).replace(folder.toString(), "log");
    return new Finding("log", "it cannot be read: " + what, true);
  }

  public boolean started() {
    return Files.exists(keyFile);
  }

  /// The key; made at first, but never for a log that has been signed with another one.
  public SigningKey key() {
    if (!started()) {
      if (Files.exists(folder.resolve("checkpoint"))) {
        throw new StartFailure(
            "the log in " + folder + " has no key: " + keyFile + " is missing",
            "Put the key file back from where you keep its copy.");
      }
      SigningKey.generate(origin).save(keyFile);
    }
    return SigningKey.load(keyFile);
  }
}
