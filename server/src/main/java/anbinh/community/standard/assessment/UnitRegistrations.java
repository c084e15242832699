package anbinh.community.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.Areas;
import anbinh.community.standard.StandardEvent;
import anbinh.community.standard.StandardProblem;
import anbinh.community.standard.StandardState;
import anbinh.community.standard.UnitKind;
import anbinh.community.standard.criteria.Criteria;
import anbinh.community.standard.criteria.StandardVersion;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.ShortCodes;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registers units for a year (articles 4.1, 5.1, 6.1, 7.1 and 9.2 a); rights are the caller's to
/// check. Safe for many threads.
@Component
class UnitRegistrations {
  private static final String CODE_PREFIX = "STD";

  private final StandardTable table;
  private final ExemptionTable exemptions;
  private final Dossiers dossiers;
  private final Criteria criteria;
  private final Areas areas;
  private final ShortCodes codes;
  private final Ids ids;

  UnitRegistrations(
      StandardTable table,
      ExemptionTable exemptions,
      Dossiers dossiers,
      Criteria criteria,
      Areas areas,
      ShortCodes codes,
      Ids ids) {
    this.table = table;
    this.exemptions = exemptions;
    this.dossiers = dossiers;
    this.criteria = criteria;
    this.areas = areas;
    this.codes = codes;
    this.ids = ids;
  }

  /// What is needed to register a unit.
  ///
  /// @param number of the resolution of the party's cell or committee
  /// @param registered how many households registered, or how many who work and learn there were
  ///   briefed; of a commune nothing
  /// @param registrable out of how many
  /// @param lateReason needed after the last day
  record NewStandardRegistration(
      @NotNull UUID areaId,
      @NotNull @Min(2000) @Max(2199) Integer year,
      @NotBlank @Size(max = 80) String number,
      @NotNull LocalDate on,
      @Nullable @Min(1) @Max(1_000_000) Integer registered,
      @Nullable @Min(1) @Max(1_000_000) Integer registrable,
      @Nullable @Size(max = Words.LONGEST) String lateReason) {}

  @Transactional
  public Assessment register(Area area, NewStandardRegistration wanted, Person by) {
    UnitKind kind =
        UnitKind.of(area.kind()).orElseThrow(() -> Problem.invalid("areaId", "standard-no-unit"));
    StandardVersion.Days days = check(kind, wanted);
    exemptions.lock(area.id(), wanted.year());
    if (table.find(area.id(), wanted.year()).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_REGISTERED, area.name(), year(wanted));
    }
    if (exemptions.find(area.id(), wanted.year()).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_EXEMPT, area.name(), year(wanted));
    }
    StandardVersion version = criteria.findVersion(kind, wanted.year()).orElseThrow();
    var made =
        new Assessment(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            area.id(),
            kind,
            wanted.year(),
            findAuthority(area, version.authority()).map(Area::id).orElse(null),
            kind.counts() ? wanted.registered() : null,
            kind.counts() ? wanted.registrable() : null,
            StandardState.REGISTERED,
            null,
            1);
    table.insert(made);
    boolean late = days.lateToRegister(dossiers.today());
    var _ =
        dossiers.step(
            made,
            StandardEvent.REGISTERED,
            StandardStep.Kind.REGISTERED,
            StandardState.REGISTERED,
            new Dossiers.Said(
                null,
                wanted.number().strip(),
                wanted.on(),
                null,
                late ? Words.stripped(wanted.lateReason()) : null),
            by);
    return made;
  }

  private static String year(NewStandardRegistration wanted) {
    return Integer.toString(wanted.year());
  }

  private StandardVersion.Days check(UnitKind kind, NewStandardRegistration wanted) {
    LocalDate today = dossiers.today();
    int year = wanted.year();
    List<FieldProblem> problems = new ArrayList<>();
    Optional<StandardVersion> version = criteria.findVersion(kind, year);
    if (version.isEmpty() || year > today.getYear() || year < today.getYear() - 1) {
      problems.add(
          new FieldProblem(
              "year",
              "standard-open-years",
              List.of(Integer.toString(today.getYear() - 1), Integer.toString(today.getYear()))));
    }
    if (wanted.on().isAfter(today)) {
      problems.add(new FieldProblem("on", "past-or-present"));
    } else if (wanted.on().getYear() < year - 1) {
      problems.add(
          new FieldProblem("on", "standard-paper-old", List.of(Integer.toString(year - 1))));
    }
    if (kind.counts()) {
      problems.addAll(all(wanted));
    }
    version
        .map(each -> each.days(year))
        .filter(days -> days.lateToRegister(today))
        .flatMap(days -> Words.lateProblem(wanted.lateReason(), days.registerUntil()))
        .ifPresent(problems::add);
    if (!problems.isEmpty()) {
      throw Problem.invalid(problems);
    }
    return version.orElseThrow().days(year);
  }

  /// All have to register: the numbers say so, not a tick.
  private static List<FieldProblem> all(NewStandardRegistration wanted) {
    Integer registered = wanted.registered();
    Integer registrable = wanted.registrable();
    List<FieldProblem> problems = new ArrayList<>();
    if (registered == null) {
      problems.add(new FieldProblem("registered", "required"));
    }
    if (registrable == null) {
      problems.add(new FieldProblem("registrable", "required"));
    }
    if (registered != null && registrable != null) {
      if (registered > registrable) {
        problems.add(new FieldProblem("registered", "standard-more-than-all"));
      } else if (registered < registrable) {
        problems.add(
            new FieldProblem(
                "registered", "standard-all-register", List.of(registrable - registered)));
      }
    }
    return problems;
  }

  /// The area that appraises and decides: the nearest of that level above; itself is never below
  /// itself.
  private Optional<Area> findAuthority(Area area, StandardVersion.Level level) {
    Optional<Area> above = parent(area);
    while (above.isPresent() && !is(above.get().kind(), level)) {
      above = above.flatMap(this::parent);
    }
    return above.isPresent() ? above : findProvince(area);
  }

  /// What lies in no commune is in the charge of the province (article 10.3).
  private Optional<Area> findProvince(Area area) {
    Optional<Area> above = parent(area);
    while (above.isPresent() && above.get().kind() != AreaKind.PROVINCE) {
      above = above.flatMap(this::parent);
    }
    return above;
  }

  private Optional<Area> parent(Area area) {
    return Optional.ofNullable(area.parentId()).flatMap(areas::find);
  }

  private static boolean is(AreaKind kind, StandardVersion.Level level) {
    return switch (level) {
      case COMMUNE -> kind.isCommune();
      case PROVINCE -> kind == AreaKind.PROVINCE;
    };
  }
}
