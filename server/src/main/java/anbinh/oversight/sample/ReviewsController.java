package anbinh.oversight.sample;

import anbinh.audit.Event;
import anbinh.audit.event.AuditLog;
import anbinh.identity.Person;
import anbinh.identity.PersonName;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.oversight.OversightProblem;
import anbinh.oversight.access.FootageAccess;
import anbinh.oversight.access.FootageAccessTable;
import anbinh.oversight.sample.ReviewView.AnswerView;
import anbinh.oversight.sample.ReviewView.TargetView;
import anbinh.platform.Ids;
import anbinh.platform.Page;
import anbinh.platform.PageRequest;
import anbinh.platform.Problem;
import anbinh.platform.WrittenText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `/api/sampled-accesses`: the looks that were drawn, for auditors of the area; nobody sees or
/// judges their own.
@RestController
@RequestMapping("/api/sampled-accesses")
class ReviewsController {
  private static final int MIN_REASON = 10;
  private static final int MAX_REASON = 1000;

  private final SampleTable table;
  private final Reviews reviews;
  private final FootageAccessTable looks;
  private final Access access;
  private final People people;
  private final AuditLog log;
  private final InstantSource clock;

  ReviewsController(
      SampleTable table,
      Reviews reviews,
      FootageAccessTable looks,
      Access access,
      People people,
      AuditLog log,
      InstantSource clock) {
    this.table = table;
    this.reviews = reviews;
    this.looks = looks;
    this.access = access;
    this.people = people;
    this.log = log;
    this.clock = clock;
  }

  /// Which reviews a list has.
  enum Progress {
    WAITING,
    ANSWERED
  }

  record NewAnswer(
      @NotNull Answer answer, @NotBlank @Size(min = MIN_REASON, max = MAX_REASON) String reason) {}

  @GetMapping
  Page<ReviewView> list(@RequestParam(defaultValue = "WAITING") Progress state, PageRequest page) {
    Person auditor = access.require(Role.AUDITOR);
    Page<Review> cut =
        Page.read(
            page,
            Page.byId(Review::id),
            rows ->
                table.list(
                    state == Progress.ANSWERED,
                    access.scope(auditor, Role.AUDITOR),
                    people.accountsOf(auditor.id()),
                    page.after(),
                    rows));
    log.record(Event.of(SampleEvent.LISTED).by(auditor.actor()).fact("count", cut.items().size()));
    return cut.with(views(cut.items(), auditor));
  }

  @PostMapping("/{id}/answer")
  ReviewView answer(@PathVariable UUID id, @Valid @RequestBody NewAnswer requested) {
    Person auditor = access.require(Role.AUDITOR);
    Review review = table.find(id).orElseThrow(() -> Problem.of(OversightProblem.NO_SUCH_REVIEW));
    String reason = WrittenText.stripped("reason", requested.reason(), MIN_REASON, MAX_REASON);
    if (review.answered() == null && !reviews.mayAnswer(review, auditor)) {
      throw access.refuseExactly(OversightProblem.NOT_YOUR_REVIEW, "review", id);
    }
    return views(List.of(reviews.answer(id, requested.answer(), reason, auditor)), auditor)
        .getFirst();
  }

  private List<ReviewView> views(List<Review> found, Person reader) {
    Map<UUID, String> names =
        people.displayNames(
            Ids.of(
                found,
                Review::person,
                Review::reviewer,
                each -> each.answered() == null ? null : each.answered().by()));
    Map<UUID, Long> entries =
        log.indexes(
            found.stream()
                .map(Review::answered)
                .filter(Objects::nonNull)
                .map(Review.Answered::event)
                .toList());
    Instant now = clock.instant();
    return found.stream().map(each -> view(each, reader, names, entries, now)).toList();
  }

  private ReviewView view(
      Review review, Person reader, Map<UUID, String> names, Map<UUID, Long> entries, Instant now) {
    UUID reviewer = review.reviewer();
    return new ReviewView(
        review.id(),
        review.week(),
        review.index(),
        PersonName.of(review.person(), names),
        review.kind(),
        new TargetView(review.targetKind(), review.targetId(), review.targetCode()),
        review.at(),
        review.from(),
        review.to(),
        looks.findByEntry(review.person(), review.index()).map(FootageAccess::covered).orElse(null),
        reviewer == null ? null : PersonName.of(reviewer, names),
        review.sameUnit(),
        review.dueAt(),
        review.overdue(now),
        reviews.mayAnswer(review, reader),
        answer(review.answered(), names, entries));
  }

  private static @Nullable AnswerView answer(
      Review.@Nullable Answered answered, Map<UUID, String> names, Map<UUID, Long> entries) {
    return answered == null
        ? null
        : new AnswerView(
            answered.answer(),
            answered.reason(),
            PersonName.of(answered.by(), names),
            answered.at(),
            entries.get(answered.event()),
            answered.finding());
  }
}
