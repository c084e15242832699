package anbinh.audit.witness;

import anbinh.audit.HeadArchive;
import anbinh.audit.folder.LogFolder;
import anbinh.seal.FormatProblem;
import anbinh.seal.note.SignedCheckpoint;
import anbinh.seal.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// The heads that the witnesses themselves show as those they cosigned last, asked for when the log
/// is checked: nobody at this office can make them forget. One that does not answer within the
/// timeout is left out.
@Component
public class WitnessHeads implements HeadArchive {
  private static final Logger LOG = LoggerFactory.getLogger(WitnessHeads.class);

  private final WitnessSettings settings;
  private final LogFolder folder;

  WitnessHeads(WitnessSettings settings, LogFolder folder) {
    this.settings = settings;
    this.folder = folder;
  }

  /// What a head of a witness is named by in findings.
  public static String place(String witness) {
    return "witness " + witness;
  }

  @Override
  public void forEach(BiConsumer<String, SignedCheckpoint> action) {
    Path file = settings.policy();
    if (file == null || !folder.started()) {
      return;
    }
    String origin = folder.key().verifierKey().name();
    Map<String, SignedCheckpoint> heads = new ConcurrentHashMap<>();
    List<Thread> asking =
        witnesses(file).stream()
            .map(witness ->
                Thread.ofVirtual()
                    .start(() ->
                        ask(witness, origin)
                            .ifPresent(head -> heads.put(place(witness.name()), head))))
            .toList();
    try {
      for (Thread each : asking) {
        each.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("broken off", e);
    }
    heads.forEach(action);
  }

  private static List<Policy.Witness> witnesses(Path policy) {
    try {
      return Policy.parse(Files.readAllBytes(policy)).witnesses();
    } catch (IOException | FormatProblem e) {
      throw new IllegalStateException("the policy of witnesses cannot be read", e);
    }
  }

  private Optional<SignedCheckpoint> ask(Policy.Witness witness, String origin) {
    try (var client = new WitnessClient(witness, settings.timeout())) {
      return client.findHead(origin);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (RuntimeException e) {
      LOG.debug("the witness {} shows no head", witness.name(), e);
      return Optional.empty();
    }
  }
}
