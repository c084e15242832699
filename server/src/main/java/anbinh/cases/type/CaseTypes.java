package anbinh.cases.type;

import anbinh.cases.CaseType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/// The list of types of case, those that ended and those that are to begin among them. Safe for
/// many threads.
@Component
@NamedInterface("services")
public class CaseTypes {
  private final TypeTable table;

  CaseTypes(TypeTable table) {
    this.table = table;
  }

  /// In the order in which they were added.
  public List<CaseType> list() {
    return table.list();
  }

  public Optional<CaseType> find(String code) {
    return table.find(code);
  }

  /// What people call each, by its code, in the language of the present request.
  public Map<String, String> names() {
    String language = LocaleContextHolder.getLocale().getLanguage();
    return list().stream()
        .collect(Collectors.toMap(CaseType::code, type -> type.names().in(language)));
  }
}
