package anbinh.community.situation.resident;

import anbinh.community.situation.SituationProblem;
import anbinh.identity.Attempts;
import anbinh.platform.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// How much may come in from where. What is turned away is told when to come again and stays with
/// who sends it; what was answered as received is in the database before that. Counts are in memory
/// only. Safe for many threads.
@Component
public class ResidentLimits {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration GUESSING = Duration.ofMinutes(10);

  private final Attempts addresses;
  private final Attempts communes;
  private final Attempts wrong;
  private final Attempts messages;
  private final Attempts keys;

  ResidentLimits(InstantSource clock, ResidentSettings settings) {
    this.addresses = new Attempts(clock, settings.reportsPerAddress(), HOUR);
    this.communes = new Attempts(clock, settings.reportsPerCommune(), HOUR);
    this.wrong = new Attempts(clock, settings.wrongCodesPerAddress(), GUESSING);
    this.messages = new Attempts(clock, settings.messagesPerReport(), HOUR);
    this.keys = new Attempts(clock, settings.reportsPerKey(), HOUR);
  }

  /// Takes a report of a caller; one that is refused does not count.
  <T> T report(String caller, UUID communeId, Supplier<T> take) {
    return counted(addresses, caller, communeId, take);
  }

  /// The same for another system.
  public <T> T request(UUID keyId, UUID communeId, Supplier<T> take) {
    return counted(keys, keyId.toString(), communeId, take);
  }

  private <T> T counted(Attempts first, String key, UUID communeId, Supplier<T> take) {
    refuse(first.begin(key), SituationProblem.TOO_MANY_REPORTS);
    try {
      refuse(communes.begin(communeId.toString()), SituationProblem.TOO_MANY_REPORTS);
    } catch (Problem full) {
      first.undo(key);
      throw full;
    }
    try {
      return take.get();
    } catch (RuntimeException refused) {
      first.undo(key);
      communes.undo(communeId.toString());
      throw refused;
    }
  }

  /// Looks for what a secret leads to; only what leads to nothing counts.
  public <T> Optional<T> guess(String caller, Supplier<Optional<T>> find) {
    refuse(wrong.begin(caller), SituationProblem.TOO_MANY_CODES);
    Optional<T> found = find.get();
    if (found.isPresent()) {
      wrong.undo(caller);
    }
    return found;
  }

  /// Counts something that a follow-up code sends.
  void message(UUID situation) {
    refuse(messages.begin(situation.toString()), SituationProblem.TOO_MANY_MESSAGES_OF_CODE);
  }

  private static void refuse(Optional<Duration> wait, SituationProblem problem) {
    wait.ifPresent(each -> {
      throw Problem.of(problem).after(each);
    });
  }
}
