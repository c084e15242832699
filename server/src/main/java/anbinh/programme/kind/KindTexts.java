package anbinh.programme.kind;

import anbinh.platform.Messages;
import anbinh.programme.kind.ProgrammeKind.KindText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// The texts of kinds in the reader's language: of those that come with the system from the
/// bundles, of free ones as they were typed. Safe for many threads.
@Component
public class KindTexts {
  private static final String KEY = "programme-kind.";

  private final Messages messages;

  KindTexts(Messages messages) {
    this.messages = messages;
  }

  /// In the language of the present request.
  public KindText text(ProgrammeKind kind) {
    return text(kind, LocaleContextHolder.getLocale());
  }

  public KindText text(ProgrammeKind kind, Locale language) {
    KindText own = kind.text();
    if (own != null) {
      return own;
    }
    String key = KEY + kind.code();
    return new KindText(
        messages.find(key + ".name", language).orElse(kind.code()),
        messages.find(key + ".goal", language).orElse(""),
        lines(key + ".rule.", language),
        lines(key + ".criterion.", language));
  }

  private List<String> lines(String key, Locale language) {
    List<String> lines = new ArrayList<>();
    Optional<String> line = messages.find(key + 1, language);
    while (line.isPresent()) {
      lines.add(line.get());
      line = messages.find(key + (lines.size() + 1), language);
    }
    return lines;
  }
}
