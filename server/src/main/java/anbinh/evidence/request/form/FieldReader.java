package anbinh.evidence.request.form;

import anbinh.platform.FieldProblems;
import anbinh.platform.Inbound;
import anbinh.platform.Languages;
import anbinh.platform.Messages;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the fields of one form one after the other and remembers what is wrong with each, so that
/// the sender learns of all at once. For one thread.
public final class FieldReader {
  private static final int MAX_LANGUAGE = 35;
  private static final String LANGUAGES =
      Messages.LANGUAGES.stream().map(Locale::getLanguage).collect(Collectors.joining(", "));

  private final FieldProblems problems = new FieldProblems();

  public void reject(String field, String code, Object... arguments) {
    problems.reject(field, code, arguments);
  }

  /// Whether nothing was wrong so far.
  public boolean clean() {
    return problems.isEmpty();
  }

  /// @throws anbinh.platform.Problem that names every wrong field, if any
  public void throwProblems() {
    problems.requireNone();
  }

  public <E extends Enum<E>> Optional<E> choice(
      String field, @Nullable String sent, Class<E> list) {
    return required(field, sent)
        .flatMap(text -> {
          try {
            return Optional.of(Enum.valueOf(list, text));
          } catch (IllegalArgumentException e) {
            reject(field, "choice", choices(List.of(list.getEnumConstants())));
            return Optional.empty();
          }
        });
  }

  public Optional<UUID> id(String field, @Nullable String sent) {
    return required(field, sent)
        .flatMap(text -> {
          Optional<UUID> id = Inbound.id(text);
          if (id.isEmpty()) {
            reject(field, "identifier");
          }
          return id;
        });
  }

  public Optional<Instant> instant(String field, @Nullable String sent) {
    return required(field, sent)
        .flatMap(text -> {
          Optional<Instant> instant = Inbound.instant(text);
          if (instant.isEmpty()) {
            reject(field, "instant");
          }
          return instant;
        });
  }

  /// Text without blanks around it, counted in characters as people count them (code points).
  public Optional<String> text(String field, @Nullable String sent, int shortest, int longest) {
    String text = sent == null ? "" : sent.strip();
    if (text.isEmpty() && shortest > 0) {
      reject(field, "required");
      return Optional.empty();
    }
    int length = text.codePointCount(0, text.length());
    if (length < shortest || length > longest || !Inbound.isPlain(text)) {
      reject(field, Inbound.isPlain(text) ? "size" : "characters", longest, shortest);
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /// One of our languages.
  public Optional<Locale> language(String field, @Nullable String sent) {
    Optional<String> code = text(field, sent, 1, MAX_LANGUAGE);
    Optional<Locale> found = code.flatMap(Languages::find);
    if (code.isPresent() && found.isEmpty()) {
      reject(field, "choice", LANGUAGES);
    }
    return found;
  }

  /// How a closed list is shown to who chose something else.
  static String choices(Collection<? extends Enum<?>> list) {
    return list.stream().map(Enum::name).collect(Collectors.joining(", "));
  }

  private Optional<String> required(String field, @Nullable String sent) {
    if (sent == null || sent.isBlank()) {
      reject(field, "required");
      return Optional.empty();
    }
    return Optional.of(sent.strip());
  }
}
