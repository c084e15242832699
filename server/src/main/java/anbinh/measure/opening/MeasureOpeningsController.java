package anbinh.measure.opening;

import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.measure.MeasureProblem;
import anbinh.measure.kind.MeasureKind;
import anbinh.measure.register.Measure;
import anbinh.measure.register.MeasureAccess;
import anbinh.measure.register.MeasureContent;
import anbinh.measure.register.MeasureContent.MeasurePaper;
import anbinh.measure.register.MeasureTable;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// `/api/measure-openings`: the commune's officer asks by the measure's number, the chair signs or
/// not; for the hour that follows, who asked reads it.
@RestController
@RequestMapping("/api/measure-openings")
class MeasureOpeningsController {
  static final int MIN_LENGTH = 20;
  private static final int MAX_LENGTH = 1000;
  private static final int MIN_WORDS = 3;

  private final MeasureOpenings openings;
  private final MeasureTable measures;
  private final Access access;
  private final MeasureAccess measureAccess;
  private final Areas areas;
  private final People people;

  MeasureOpeningsController(
      MeasureOpenings openings,
      MeasureTable measures,
      Access access,
      MeasureAccess measureAccess,
      Areas areas,
      People people) {
    this.openings = openings;
    this.measures = measures;
    this.access = access;
    this.measureAccess = measureAccess;
    this.areas = areas;
    this.people = people;
  }

  /// @param code of the measure, as its keeper's list has it
  record NewMeasureOpening(
      @NotBlank @Size(max = 20) String code,
      @NotBlank @Size(min = MIN_LENGTH, max = MAX_LENGTH) String reason) {
    @Override
    public String toString() {
      return "NewMeasureOpening[…]";
    }
  }

  /// @param asked that nobody answered yet
  record MeasureOpeningFigures(int asked, int open) {}

  record MeasureOpeningAnswer(@NotNull Boolean signs) {}

  enum MeasureOpeningState {
    ASKED,
    OPEN,
    REFUSED,
    /// Nobody signed it in time, or its hour is over.
    OVER
  }

  /// @param own whether the reader asked for it
  /// @param until it is open; null where it never was
  record MeasureOpeningView(
      UUID id,
      String code,
      String communeName,
      MeasureOpeningState state,
      boolean own,
      @Nullable String reason,
      PersonName askedBy,
      Instant askedAt,
      @Nullable PersonName answeredBy,
      @Nullable Instant until) {}

  /// A sealed measure within its hour: on which papers it rested, and no task.
  record SealedMeasureView(
      String name,
      MeasureKind kind,
      String villageName,
      String number,
      String organ,
      LocalDate on,
      String article,
      LocalDate from,
      LocalDate until) {
    @Override
    public String toString() {
      return "SealedMeasureView[…]";
    }
  }

  /// What the reader asked for, and what waits for them as the chair; newest first.
  @GetMapping
  Page<MeasureOpeningView> list() {
    Person by = access.require(Role.COMMUNITY_OFFICER, Role.CHAIR);
    return Page.all(views(openings.list(communes(by), List.of(by.id()), by), by));
  }

  /// How many of those wait and are open: a page that is open asks for it by itself, so it is no
  /// reading that is recorded.
  @GetMapping("/figures")
  MeasureOpeningFigures figures() {
    Person by = access.require(Role.COMMUNITY_OFFICER, Role.CHAIR);
    List<MeasureOpeningState> states =
        openings.find(communes(by), List.of(by.id()), by).stream().map(this::state).toList();
    return new MeasureOpeningFigures(
        Collections.frequency(states, MeasureOpeningState.ASKED),
        Collections.frequency(states, MeasureOpeningState.OPEN));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MeasureOpeningView ask(@Valid @RequestBody NewMeasureOpening requested) {
    access.require(Role.COMMUNITY_OFFICER);
    String code = requested.code().strip().toUpperCase(Locale.ROOT);
    String reason = reason(requested.reason());
    // Before it is looked for, so that being asked for it tells of no number that there is one.
    Person by = access.requireConfirmed();
    return view(openings.ask(code, reason, by), by);
  }

  @PostMapping("/{id}/answer")
  MeasureOpeningView answer(@PathVariable UUID id, @Valid @RequestBody MeasureOpeningAnswer said) {
    Person by = access.require(Role.CHAIR);
    MeasureOpening asked = openings.get(id);
    if (!measureAccess.chairsCommune(by) || !access.may(by, asked.communeId(), Role.CHAIR)) {
      throw refuse(id);
    }
    access.requireConfirmed();
    return view(openings.answer(id, said.signs(), by), by);
  }

  @GetMapping("/{id}/content")
  SealedMeasureView read(@PathVariable UUID id) {
    Person by = access.require(Role.COMMUNITY_OFFICER);
    MeasureOpening opening = openings.get(id);
    if (!opening.askedBy().equals(by.id())
        || !access.may(by, opening.communeId(), Role.COMMUNITY_OFFICER)) {
      throw refuse(id);
    }
    Measure measure = measures.find(opening.measureId()).orElseThrow();
    return sealed(measure, openings.read(opening, by));
  }

  private Problem refuse(UUID id) {
    return access.refuse(MeasureProblem.NO_SUCH_MEASURE_OPENING, "measure-opening", id);
  }

  private SealedMeasureView sealed(Measure measure, MeasureContent content) {
    MeasurePaper paper = content.paper();
    return new SealedMeasureView(
        content.name(),
        measure.kind(),
        areas.names(List.of(content.villageId())).getOrDefault(content.villageId(), ""),
        paper.number(),
        paper.organ(),
        paper.on(),
        content.article(),
        measure.span().from(),
        measure.span().until());
  }

  /// At least twenty characters, and three words that are not the same.
  private static String reason(String text) {
    String reason = WrittenText.stripped("reason", text, MIN_LENGTH, MAX_LENGTH);
    if (Stream.of(reason.split("\\s+", -1)).distinct().count() < MIN_WORDS) {
      throw Problem.invalid("reason", "says-nothing");
    }
    return reason;
  }

  private Set<UUID> communes(Person by) {
    if (!measureAccess.chairsCommune(by)) {
      return Set.of();
    }
    return switch (access.scope(by, Role.CHAIR)) {
      case AreaScope.Everywhere _ -> Set.of();
      case AreaScope.Within within -> within.areas();
    };
  }

  private MeasureOpeningView view(MeasureOpening opening, Person by) {
    return views(List.of(opening), by).getFirst();
  }

  private List<MeasureOpeningView> views(List<MeasureOpening> found, Person by) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                each -> each.askedBy(),
                each -> each.answer() == null ? null : each.answer().by()));
    Map<UUID, String> places = areas.names(Ids.of(found, MeasureOpening::communeId));
    return found.stream()
        .map(each -> {
          MeasureOpening.Answer answer = each.answer();
          return new MeasureOpeningView(
              each.id(),
              each.code(),
              places.getOrDefault(each.communeId(), ""),
              state(each),
              each.askedBy().equals(by.id()),
              each.reason(),
              PersonName.of(each.askedBy(), names),
              each.askedAt(),
              answer == null ? null : PersonName.of(answer.by(), names),
              answer == null ? null : answer.until());
        })
        .toList();
  }

  private MeasureOpeningState state(MeasureOpening each) {
    MeasureOpening.Answer answer = each.answer();
    if (answer == null) {
      return openings.isLapsed(each) ? MeasureOpeningState.OVER : MeasureOpeningState.ASKED;
    }
    if (answer.until() == null) {
      return MeasureOpeningState.REFUSED;
    }
    return each.openAt(openings.now()) ? MeasureOpeningState.OPEN : MeasureOpeningState.OVER;
  }
}
