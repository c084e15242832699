package anbinh.standard.criteria;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.Access;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/standard/criteria`: whoever has to do with the standard reads them; administrators of the
/// whole site add a province's and end them.
@RestController
@RequestMapping("/api/standard/criteria")
class CriteriaController {
  private static final @Nullable UUID WHOLE_SITE = null;
  private static final String CODE = "[0-9A-Z]{1,4}([.][0-9a-zđ]{1,3}){1,3}";
  private static final int MAX_LENGTH = 1500;

  private final Criteria criteria;
  private final Requirements requirements;
  private final Access access;

  CriteriaController(Criteria criteria, Requirements requirements, Access access) {
    this.criteria = criteria;
    this.requirements = requirements;
    this.access = access;
  }

  /// @param law what the province decided it by
  /// @param percent of a share
  record NewCriterion(
      @NotNull UnitKind unitKind,
      @NotBlank @Pattern(regexp = CODE) String code,
      @NotNull AnswerKind answer,
      @Nullable @Min(1) @Max(100) Integer percent,
      @NotBlank @Size(max = 200) String law,
      @NotBlank @Size(max = MAX_LENGTH) String vi,
      @NotBlank @Size(max = MAX_LENGTH) String en,
      @NotBlank @Size(max = MAX_LENGTH) String ar,
      @NotNull @Min(2000) @Max(2199) Integer fromYear) {}

  /// @param lastYear the last year in which it has to be met
  record CriterionEnd(@NotNull @Min(2000) @Max(2199) Integer lastYear) {}

  /// @param text in the reader's language
  /// @param own whether a province added it
  /// @param conditions of what is asked for only where there is such a thing
  record CriterionView(
      UUID id,
      UnitKind unitKind,
      String code,
      String text,
      String vi,
      AnswerKind answer,
      @Nullable Integer percent,
      String law,
      int fromYear,
      @Nullable Integer toYear,
      boolean own,
      List<StandardCondition> conditions) {
    CriterionView {
      conditions = List.copyOf(conditions);
    }
  }

  /// The criteria of a kind of unit in a year, with the days of that year, what binds by a number,
  /// what is registered with, and who is to come to the meeting.
  record CriteriaSet(
      UnitKind unitKind,
      String law,
      String article,
      LocalDate periodFrom,
      LocalDate periodTo,
      LocalDate registerUntil,
      LocalDate decideBefore,
      StandardVersion.Level authority,
      List<CriterionView> criteria,
      List<StandardThreshold> thresholds,
      List<StandardDocument> documents,
      List<StandardParticipant> participants) {
    CriteriaSet {
      criteria = List.copyOf(criteria);
      thresholds = List.copyOf(thresholds);
      documents = List.copyOf(documents);
      participants = List.copyOf(participants);
    }
  }

  /// All kinds of unit that the law speaks of in a year.
  @GetMapping
  Page<CriteriaSet> list(@RequestParam(required = false) @Nullable Integer year) {
    access.require(
        Role.VILLAGE_HEAD,
        Role.COMMUNITY_OFFICER,
        Role.CHAIR,
        Role.ANALYST,
        Role.AUDITOR,
        Role.ADMINISTRATOR);
    int requested = year == null ? criteria.today().getYear() : year;
    if (requested < 2000 || requested > 2199) {
      throw Problem.invalid("year", "range", 2000, 2199);
    }
    return Page.all(
        Arrays.stream(UnitKind.values())
            .map(kind -> criteria.findVersion(kind, requested))
            .flatMap(Optional::stream)
            .map(version -> set(version, requested))
            .toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  CriterionView add(@Valid @RequestBody NewCriterion requested) {
    Person by = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    boolean share = requested.answer() == AnswerKind.SHARE;
    if (share && requested.percent() == null) {
      throw Problem.invalid("percent", "required");
    }
    return view(
        criteria.add(
            requested.unitKind(),
            requested.code(),
            requested.answer(),
            share ? requested.percent() : null,
            requested.law().strip(),
            new Criterion.DecisionReason(
                requested.vi().strip(), requested.en().strip(), requested.ar().strip()),
            requested.fromYear(),
            by));
  }

  @PostMapping("/{id}/end")
  CriterionView end(@PathVariable UUID id, @Valid @RequestBody CriterionEnd requested) {
    Person by = access.require(WHOLE_SITE, Role.ADMINISTRATOR);
    return view(criteria.end(id, requested.lastYear(), by));
  }

  private CriteriaSet set(StandardVersion version, int year) {
    StandardVersion.Days days = version.days(year);
    Stream<Criterion> found = criteria.list(version.kind(), year).stream();
    return new CriteriaSet(
        version.kind(),
        version.law(),
        version.article(),
        days.periodFrom(),
        days.periodTo(),
        days.registerUntil(),
        days.decideBefore(),
        version.authority(),
        found.map(CriteriaController::view).toList(),
        requirements.thresholds(version.kind()),
        requirements.documents(version.kind()),
        requirements.participants(version.kind()));
  }

  private static CriterionView view(Criterion each) {
    return new CriterionView(
        each.id(),
        each.kind(),
        each.code(),
        each.words().in(LocaleContextHolder.getLocale().getLanguage()),
        each.words().vi(),
        each.answer(),
        each.percent(),
        each.law(),
        each.from(),
        each.to(),
        each.own(),
        each.conditions());
  }
}
