package anbinh.standard.assessment;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.platform.FieldProblem;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import anbinh.platform.sql.ShortCodes;
import anbinh.standard.StandardEvent;
import anbinh.standard.StandardProblem;
import anbinh.standard.StandardState;
import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import anbinh.standard.criteria.Criteria;
import anbinh.standard.criteria.Criterion;
import anbinh.standard.criteria.Requirements;
import anbinh.standard.criteria.StandardDocument;
import anbinh.standard.criteria.StandardVersion;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registers units for a year (articles 4.1, 5.1, 6.1, 7.1 and 9.2 a); rights are the caller's to
/// check. Safe for many threads.
@Component
public class UnitRegistrations {
  private static final String CODE_PREFIX = "STD";

  private final StandardTable table;
  private final ExemptionTable exemptions;
  private final Dossiers dossiers;
  private final Criteria criteria;
  private final Requirements requirements;
  private final Areas areas;
  private final ShortCodes codes;
  private final Ids ids;

  UnitRegistrations(
      StandardTable table,
      ExemptionTable exemptions,
      Dossiers dossiers,
      Criteria criteria,
      Requirements requirements,
      Areas areas,
      ShortCodes codes,
      Ids ids) {
    this.table = table;
    this.exemptions = exemptions;
    this.dossiers = dossiers;
    this.criteria = criteria;
    this.requirements = requirements;
    this.areas = areas;
    this.codes = codes;
    this.ids = ids;
  }

  /// What is needed to register a unit.
  ///
  /// @param partyOrganisation whether there is one; without it there is no resolution. Left out:
  ///   yes
  /// @param number of the resolution of the party's cell or committee
  /// @param planNumber of the plan for security and order; a residential area has none
  /// @param registered how many households registered, or how many who work and learn there were
  ///   briefed; of a commune nothing
  /// @param registrable out of how many
  /// @param lateReason needed after the last day
  public record NewStandardRegistration(
      @NotNull UUID areaId,
      @NotNull @Min(2000) @Max(2199) Integer year,
      @Nullable Boolean partyOrganisation,
      @Nullable @Size(max = 80) String number,
      @Nullable LocalDate on,
      @Nullable @Size(max = 80) String planNumber,
      @Nullable LocalDate planOn,
      @Nullable @Min(1) @Max(1_000_000) Integer registered,
      @Nullable @Min(1) @Max(1_000_000) Integer registrable,
      @Nullable @Size(max = DecisionReason.MAX_LENGTH) String lateReason) {
    boolean hasPartyOrganisation() {
      return !Boolean.FALSE.equals(partyOrganisation);
    }

    /// A paper of which both are there.
    static Assessment.@Nullable Paper paper(@Nullable String number, @Nullable LocalDate on) {
      String words = WrittenText.orNull(number);
      return words == null || on == null ? null : new Assessment.Paper(words, on);
    }

    Assessment.@Nullable Paper resolution() {
      return paper(number, on);
    }

    Assessment.@Nullable Paper plan() {
      return paper(planNumber, planOn);
    }
  }

  @Transactional
  public Assessment register(Area area, NewStandardRegistration requested, Person by) {
    UnitKind kind =
        UnitKind.of(area.kind()).orElseThrow(() -> Problem.invalid("areaId", "standard-no-unit"));
    StandardVersion.Days days = check(kind, requested);
    exemptions.lock(area.id(), requested.year());
    if (table.find(area.id(), requested.year()).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_REGISTERED, area.name(), year(requested));
    }
    if (exemptions.find(area.id(), requested.year()).isPresent()) {
      throw Problem.of(StandardProblem.STANDARD_EXEMPT, area.name(), year(requested));
    }
    StandardVersion version = criteria.findVersion(kind, requested.year()).orElseThrow();
    var made =
        new Assessment(
            ids.next(),
            codes.nextOfYear(CODE_PREFIX),
            area.id(),
            kind,
            requested.year(),
            findAuthority(area, version.authority()).map(Area::id).orElse(null),
            kind.counts() ? requested.registered() : null,
            kind.counts() ? requested.registrable() : null,
            requested.hasPartyOrganisation(),
            requested.plan(),
            StandardState.REGISTERED,
            null,
            1);
    table.insert(made);
    boolean late = days.lateToRegister(dossiers.today());
    Assessment.Paper resolution = requested.resolution();
    var _ =
        dossiers.step(
            made,
            StandardEvent.REGISTERED,
            StandardStep.Kind.REGISTERED,
            StandardState.REGISTERED,
            new Dossiers.Said(
                null,
                resolution == null ? null : resolution.number(),
                resolution == null ? null : resolution.on(),
                null,
                late ? WrittenText.orNull(requested.lateReason()) : null),
            by);
    return made;
  }

  private static String year(NewStandardRegistration requested) {
    return Integer.toString(requested.year());
  }

  private StandardVersion.Days check(UnitKind kind, NewStandardRegistration requested) {
    LocalDate today = dossiers.today();
    int year = requested.year();
    var problems = new FieldProblems();
    Optional<StandardVersion> version = criteria.findVersion(kind, year);
    if (version.isEmpty() || year > today.getYear() || year < today.getYear() - 1) {
      problems.reject(
          "year",
          "standard-open-years",
          Integer.toString(today.getYear() - 1),
          Integer.toString(today.getYear()));
    }
    problems.addAll(papers(kind, requested, today));
    if (kind.counts()) {
      problems.addAll(all(kind, requested));
    }
    version
        .map(each -> each.days(year))
        .filter(days -> days.lateToRegister(today))
        .flatMap(days -> DecisionReason.lateProblem(requested.lateReason(), days.registerUntil()))
        .ifPresent(problems::add);
    problems.requireNone();
    return version.orElseThrow().days(year);
  }

  /// The papers of article 9.2 a: those that the kind of unit has, and the resolution only where
  /// there is a party organisation.
  private List<FieldProblem> papers(
      UnitKind kind, NewStandardRegistration requested, LocalDate today) {
    var problems = new FieldProblems();
    boolean plan = false;
    for (StandardDocument each : requirements.documents(kind)) {
      switch (each.code()) {
        case RESOLUTION -> {
          if (!requested.hasPartyOrganisation() && !each.conditional()) {
            problems.reject("partyOrganisation", "standard-party-organisation", each.article());
          } else {
            problems.addAll(
                paper(
                    requested.hasPartyOrganisation(),
                    new Sent("number", requested.number(), "on", requested.on()),
                    requested.year(),
                    today));
          }
        }
        case PLAN -> plan = true;
      }
    }
    problems.addAll(
        paper(
            plan,
            new Sent("planNumber", requested.planNumber(), "planOn", requested.planOn()),
            requested.year(),
            today));
    return problems;
  }

  /// A paper as it was sent, with the names of its fields.
  private record Sent(
      String numberField, @Nullable String number, String onField, @Nullable LocalDate on) {}

  /// @param needed whether there is to be such a paper; else there is to be none
  private static List<FieldProblem> paper(boolean needed, Sent sent, int year, LocalDate today) {
    LocalDate on = sent.on();
    boolean number = WrittenText.orNull(sent.number()) != null;
    var problems = new FieldProblems();
    if (!needed) {
      if (number || on != null) {
        problems.reject(sent.numberField(), "standard-no-paper");
      }
      return problems;
    }
    if (!number) {
      problems.reject(sent.numberField(), "required");
    }
    if (on == null) {
      problems.reject(sent.onField(), "required");
    } else if (on.isAfter(today)) {
      problems.reject(sent.onField(), "past-or-present");
    } else if (on.getYear() < year - 1) {
      problems.reject(sent.onField(), "standard-paper-old", Integer.toString(year - 1));
    }
    return problems;
  }

  /// All have to register or to be briefed: the numbers say so, not a tick.
  private List<FieldProblem> all(UnitKind kind, NewStandardRegistration requested) {
    Integer registered = requested.registered();
    Integer registrable = requested.registrable();
    var problems = new FieldProblems();
    if (registered == null) {
      problems.reject("registered", "required");
    }
    if (registrable == null) {
      problems.reject("registrable", "required");
    }
    if (registered != null && registrable != null) {
      if (registered > registrable) {
        problems.reject("registered", "standard-more-than-all");
      } else if (!Criterion.reaches(registered, registrable, percent(kind))) {
        problems.reject("registered", "standard-all-register", registrable - registered);
      }
    }
    return problems;
  }

  private int percent(UnitKind kind) {
    return requirements
        .findThreshold(
            kind,
            kind == UnitKind.RESIDENTIAL_AREA
                ? StandardThreshold.Code.ALL_REGISTERED
                : StandardThreshold.Code.ALL_BRIEFED)
        .map(StandardThreshold::percent)
        .orElse(100);
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
