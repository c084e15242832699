package anbinh.platform.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import anbinh.platform.Messages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/// The text of a mistake is its code and what it speaks of; columns and choices have their codes
/// alone.
public final class CodeMessages implements MessageSource {
  private static final String FIELD = "field.";

  /// What stands before the code of a choice.
  private static final String CHOICE = "[a-z-]+\\.[a-z_]+\\.(?=[A-Z])";

  private CodeMessages() {}

  public static Messages messages() {
    return new Messages(new CodeMessages());
  }

  /// Each mistake as `C17 list-whole 1 9`; where there is no such cell, as `17 column code` or `17
  /// code`.
  public static List<String> told(ImportSummary summary) {
    return summary.errors().stream().map(CodeMessages::told).toList();
  }

  private static String told(ErrorLine error) {
    String at = error.cell();
    if (at == null) {
      at = error.row() + (error.column() == null ? "" : " " + error.column());
    }
    return at + " " + error.message();
  }

  /// A list as CSV in UTF-8.
  public static SheetFile csv(String... lines) {
    return new SheetFile((String.join("\n", lines) + "\n").getBytes(UTF_8), null);
  }

  @Override
  public @Nullable String getMessage(
      String code,
      Object @Nullable [] arguments,
      @Nullable String otherwise,
      @Nullable Locale locale) {
    return code.startsWith(FIELD) ? text(code, arguments) : otherwise;
  }

  @Override
  public String getMessage(String code, Object @Nullable [] arguments, @Nullable Locale locale) {
    return text(code, arguments);
  }

  @Override
  public String getMessage(MessageSourceResolvable requested, @Nullable Locale locale) {
    return text(Objects.requireNonNull(requested.getCodes())[0], requested.getArguments());
  }

  private static String text(String code, Object @Nullable [] arguments) {
    String bare = code.substring(code.startsWith(FIELD) ? FIELD.length() : 0);
    return arguments == null || arguments.length == 0
        ? bare
        : bare
            + Arrays.stream(arguments)
                .map(each -> " " + String.valueOf(each).replaceAll(CHOICE, ""))
                .collect(Collectors.joining());
  }
}
