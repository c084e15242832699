package anbinh.situation.resident;

import anbinh.identity.Attempts;
import anbinh.platform.Problem;
import anbinh.situation.SituationProblem;
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

  /// What presses is counted by itself, so that nothing else shuts it out.
  private static final int PRESSING = 5;

  private static final int TRIES_OF_PHOTO = 20;

  private final Attempts addresses;
  private final Attempts pressingOnes;
  private final Attempts communes;
  private final Attempts wrong;
  private final Attempts wrongKeys;
  private final Attempts photos;
  private final Attempts messages;
  private final Attempts keys;
  private final Attempts readings;

  ResidentLimits(InstantSource clock, ResidentSettings settings) {
    this.addresses = new Attempts(clock, settings.reportsPerAddress(), HOUR);
    this.pressingOnes = new Attempts(clock, settings.reportsPerAddress() * PRESSING, HOUR);
    this.communes = new Attempts(clock, settings.reportsPerCommune(), HOUR);
    this.wrong = new Attempts(clock, settings.wrongCodesPerAddress(), GUESSING);
    this.wrongKeys = new Attempts(clock, settings.wrongCodesPerAddress(), GUESSING);
    this.photos = new Attempts(clock, TRIES_OF_PHOTO, HOUR);
    this.messages = new Attempts(clock, settings.messagesPerReport(), HOUR);
    this.keys = new Attempts(clock, settings.reportsPerKey(), HOUR);
    this.readings = new Attempts(clock, settings.readingsPerKey(), HOUR);
  }

  /// Takes a report of a caller; one that is refused does not count.
  ///
  /// @param pressing danger, somebody hurt, or what is guarded: others never shut it out, neither
  ///   those for its commune nor those of its address
  <T> T report(String caller, UUID communeId, boolean pressing, Supplier<T> take) {
    return pressing
        ? counted(pressingOnes, caller, take)
        : counted(addresses, caller, () -> counted(communes, communeId.toString(), take));
  }

  /// The same for another system.
  public <T> T request(UUID keyId, UUID communeId, boolean pressing, Supplier<T> take) {
    return counted(
        keys,
        keyId.toString(),
        pressing ? take : () -> counted(communes, communeId.toString(), take));
  }

  /// Counts how often another system asks how its requests stand.
  public void reading(UUID keyId) {
    refuse(readings.begin(keyId.toString()), SituationProblem.TOO_MANY_REPORTS);
  }

  private static <T> T counted(Attempts attempts, String key, Supplier<T> take) {
    refuse(attempts.begin(key), SituationProblem.TOO_MANY_REPORTS);
    try {
      return take.get();
    } catch (RuntimeException refused) {
      attempts.undo(key);
      throw refused;
    }
  }

  /// Looks for what a follow-up code leads to. Only what leads to nothing counts and is refused: a
  /// right one always opens, whatever its neighbours on the network type.
  <T> Optional<T> guess(String caller, Supplier<Optional<T>> find) {
    return guess(wrong, caller, find);
  }

  /// The same for the key of another system.
  public <T> Optional<T> guessKey(String caller, Supplier<Optional<T>> find) {
    return guess(wrongKeys, caller, find);
  }

  private static <T> Optional<T> guess(
      Attempts attempts, String caller, Supplier<Optional<T>> find) {
    Optional<T> found = find.get();
    if (found.isEmpty()) {
      refuse(attempts.begin(caller), SituationProblem.TOO_MANY_CODES);
    }
    return found;
  }

  /// Counts a try to send a photo, each of which is read, cleaned and checked.
  void photo(UUID medium) {
    refuse(photos.begin(medium.toString()), SituationProblem.TOO_MANY_TRIES_OF_PHOTO);
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
