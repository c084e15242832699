package anbinh.situation.reporter;

import anbinh.identity.Person;
import anbinh.platform.FoldedText;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who reported. Never printed.
///
/// @param personId of an account; null without one
/// @param contact how they may be reached without danger to them
public record ReporterIdentity(
    @Nullable UUID personId,
    @Nullable String name,
    @Nullable String phone,
    @Nullable String contact) {
  public static ReporterIdentity of(Person person) {
    return new ReporterIdentity(person.id(), person.displayName(), null, null);
  }

  /// By what the same reporter is found again; null where nobody could say.
  @Nullable String key() {
    if (personId != null) {
      return keyOf(personId);
    }
    String digits = phone == null ? "" : phone.replaceAll("\\D", "");
    if (!digits.isEmpty()) {
      return "phone " + digits;
    }
    String words = name == null ? "" : FoldedText.words(name);
    return words.isEmpty() ? null : "name " + words;
  }

  static String keyOf(UUID personId) {
    return "person " + personId;
  }

  @Override
  public String toString() {
    return "ReporterIdentity[…]";
  }
}
