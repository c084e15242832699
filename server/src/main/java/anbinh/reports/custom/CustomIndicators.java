package anbinh.reports.custom;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.SiteClock;
import anbinh.platform.WrittenText;
import anbinh.platform.indicator.IndicatorDefinition;
import anbinh.platform.indicator.IndicatorDefinition.Kind;
import anbinh.platform.sql.ShortCodes;
import anbinh.reports.ReportEvent;
import anbinh.reports.ReportProblem;
import anbinh.reports.figure.Catalogue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Defines, changes and retires indicators of the province. Rights are the caller's to check. Safe
/// for many threads.
@Component
public class CustomIndicators {
  private static final String PREFIX = "TC";
  private static final int MIN_NAME = 3;
  private static final int MAX_NAME = 120;

  private final CustomIndicatorTable table;
  private final Catalogue catalogue;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final AuditLog log;

  CustomIndicators(
      CustomIndicatorTable table,
      Catalogue catalogue,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      AuditLog log) {
    this.table = table;
    this.catalogue = catalogue;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
  }

  /// As they stand, by code, retired ones among them.
  public List<CustomIndicator> list() {
    return table.list();
  }

  @Transactional
  public CustomIndicator define(CustomIndicatorForm requested, Person by) {
    CustomIndicator made = checked(ids.next(), codes.nextOfYear(PREFIX), 1, requested, by);
    table.add(made);
    record(ReportEvent.CUSTOM_DEFINED, made, by);
    return made;
  }

  /// @param version the one that was looked at
  @Transactional
  public CustomIndicator change(UUID id, int version, CustomIndicatorForm requested, Person by) {
    CustomIndicator before = lockForUpdate(id, version);
    CustomIndicator made = checked(id, before.code(), version + 1, requested, by);
    table.addVersion(made);
    record(ReportEvent.CUSTOM_CHANGED, made, by);
    return made;
  }

  /// Nobody can choose it any more; what it was stays.
  @Transactional
  public CustomIndicator retire(UUID id, int version, Person by) {
    CustomIndicator before = lockForUpdate(id, version);
    var made =
        new CustomIndicator(
            id,
            before.code(),
            version + 1,
            before.nameVi(),
            before.nameEn(),
            before.nameAr(),
            before.numerator(),
            before.numeratorPart(),
            before.denominator(),
            before.denominatorPart(),
            true,
            by.id(),
            clock.now());
    table.addVersion(made);
    record(ReportEvent.CUSTOM_RETIRED, made, by);
    return made;
  }

  private CustomIndicator lockForUpdate(UUID id, int version) {
    table.lock(id);
    CustomIndicator found =
        table.find(id).orElseThrow(() -> Problem.of(ReportProblem.NO_SUCH_CUSTOM_INDICATOR));
    if (found.retired()) {
      throw Problem.of(ReportProblem.CUSTOM_INDICATOR_RETIRED, found.code());
    }
    if (found.version() != version) {
      throw Problem.of(ReportProblem.CUSTOM_INDICATOR_CHANGED, found.code());
    }
    return found;
  }

  private void record(ReportEvent type, CustomIndicator made, Person by) {
    log.record(
        Event.of(type)
            .by(by.actor())
            .about("custom-indicator", made.id(), made.code())
            .fact("version", made.version())
            .fact("formula", made.formula()));
  }

  /// One that may be defined so; a problem names all that is wrong.
  private CustomIndicator checked(
      UUID id, String code, int version, CustomIndicatorForm form, Person by) {
    var problems = new FieldProblems();
    String nameVi = WrittenText.require("nameVi", form.nameVi(), problems);
    String nameEn = WrittenText.orNull(form.nameEn());
    String nameAr = WrittenText.orNull(form.nameAr());
    requireLength("nameVi", nameVi, problems);
    requireLength("nameEn", nameEn, problems);
    requireLength("nameAr", nameAr, problems);
    if (table.list().stream()
        .anyMatch(each ->
            !each.retired() && !each.id().equals(id) && each.nameVi().equalsIgnoreCase(nameVi))) {
      problems.reject("nameVi", "report-custom-name");
    }
    requireCounted("numerator", form.numerator(), form.numeratorPart(), problems);
    requireCounted("denominator", form.denominator(), form.denominatorPart(), problems);
    var made =
        new CustomIndicator(
            id,
            code,
            version,
            nameVi,
            nameEn,
            nameAr,
            form.numerator(),
            WrittenText.orNull(form.numeratorPart()),
            form.denominator(),
            WrittenText.orNull(form.denominatorPart()),
            false,
            by.id(),
            clock.now());
    if (made.isOfItself()) {
      problems.reject("denominator", "report-custom-same");
    }
    problems.requireNone();
    return made;
  }

  private static void requireLength(String field, @Nullable String name, FieldProblems problems) {
    if (name != null && !name.isEmpty() && name.codePointCount(0, name.length()) < MIN_NAME) {
      problems.reject(field, "size", MAX_NAME, MIN_NAME);
    }
  }

  /// One that counts, of a kind that it has.
  private void requireCounted(
      String field, String code, @Nullable String part, FieldProblems problems) {
    IndicatorDefinition of = catalogue.find(code).orElse(null);
    if (of == null) {
      problems.reject(field, "report-indicator");
    } else if (of.kind() == Kind.SHARE || of.kind() == Kind.NOW) {
      problems.reject(field, "report-custom-counts");
    } else if (WrittenText.orNull(part) != null && !of.byPart()) {
      problems.reject(field + "Part", "report-part");
    } else if (part != null && of.byPart() && !catalogue.parts(of).contains(part)) {
      problems.reject(field + "Part", "report-pivot-kind");
    }
  }
}
