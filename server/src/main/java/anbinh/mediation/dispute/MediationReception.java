package anbinh.mediation.dispute;

import anbinh.areas.AreaKind;
import anbinh.areas.unit.Areas;
import anbinh.identity.Person;
import anbinh.mediation.DisputeKind;
import anbinh.mediation.MediationEvent;
import anbinh.mediation.MediationSettings;
import anbinh.mediation.NewMediation;
import anbinh.mediation.NewMediation.ScopeAnswer;
import anbinh.mediation.cue.ViolenceCue;
import anbinh.mediation.cue.ViolenceCues;
import anbinh.mediation.dispute.Mediation.Conduct;
import anbinh.mediation.dispute.Mediation.Ending;
import anbinh.mediation.dispute.Mediation.Entry;
import anbinh.mediation.dispute.Mediation.Reception;
import anbinh.mediation.dispute.Mediation.Reviewer;
import anbinh.mediation.dispute.MediationContent.MediationAgreement;
import anbinh.mediation.dispute.MediationContent.MediationEnd;
import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.mediation.dispute.MediationContent.MediationReview;
import anbinh.mediation.dispute.MediationContent.ReviewedAction;
import anbinh.platform.FieldProblems;
import anbinh.platform.Ids;
import anbinh.platform.SiteClock;
import anbinh.platform.sql.ShortCodes;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes mediations down, and refers what may not be mediated; rights are the caller's to check.
/// Safe for many threads.
@Component
@NamedInterface("services")
public class MediationReception {
  private static final String CODE_PREFIX = "HG";
  private static final String REFERRAL_PREFIX = "CG";
  private static final int REFERRAL_CODES = 1_000_000;

  /// What was brought longer ago is a slip of the pen.
  private static final int MAX_AGO = 60;

  private static final int MIN_PARTIES = 2;

  private final SecureRandom random = new SecureRandom();
  private final Mediations mediations;
  private final MediationTable table;
  private final MediationAccess access;
  private final MediationSettings settings;
  private final Areas areas;
  private final ShortCodes codes;
  private final Ids ids;
  private final SiteClock clock;
  private final ViolenceCues cues;

  MediationReception(
      Mediations mediations,
      MediationTable table,
      MediationAccess access,
      MediationSettings settings,
      Areas areas,
      ShortCodes codes,
      Ids ids,
      SiteClock clock,
      ViolenceCues cues) {
    this.mediations = mediations;
    this.table = table;
    this.access = access;
    this.settings = settings;
    this.areas = areas;
    this.codes = codes;
    this.ids = ids;
    this.clock = clock;
    this.cues = cues;
  }

  /// What the answers to the scope check say.
  ///
  /// @param passes whether it may be mediated
  /// @param guards whether it is violence in a family, or about a child
  public record ScopeAnswered(boolean passes, boolean guards) {}

  /// Throws a problem that names `answers` unless each question has one answer.
  public ScopeAnswered check(List<ScopeAnswer> answers) {
    ScopeCheck check = ScopeCheck.of(answers);
    return new ScopeAnswered(check.passed(), check.guards());
  }

  /// Takes one down; it is referred at once where an answer says so. Where no answer does and words
  /// tell of violence all the same, it waits for the officer; a family's waits for a second person.
  ///
  /// @param background what else was written of the matter elsewhere
  @Transactional
  public UUID receive(NewMediation requested, List<String> background, Person by) {
    ScopeCheck scope = ScopeCheck.of(requested.answers());
    check(requested, scope.guards());
    Instant now = clock.now();
    UUID id = ids.next();
    List<ViolenceCue> found = scope.passed() ? find(requested, background) : List.of();
    Reviewer reviewer = scope.passed() ? reviewer(requested.kind(), found) : null;
    boolean begins = scope.passed() && reviewer == null;
    Entry entry = begins ? mediations.nextEntry(requested.villageId()) : null;
    var mediation =
        new Mediation(
            id,
            begins ? codes.nextOfYear(CODE_PREFIX) : referralCode(),
            requested.villageId(),
            scope.passed() ? requested.otherVillageId() : null,
            requested.basis(),
            requested.kind(),
            new Reception(requested.receivedOn(), by.id(), now),
            scope.guards(),
            scope.passed() ? MediationState.RECEIVED : MediationState.REFERRED,
            null,
            entry,
            Conduct.NONE,
            scope.passed() ? Ending.NONE : Ending.referred(by.id(), now),
            null);
    List<MediationParty> parties =
        requested.parties() == null
            ? List.of()
            : requested.parties().stream().map(MediationParty::of).toList();
    String about = requested.about() == null ? "" : requested.about().strip();
    MediationContent content = MediationContent.received(parties, about, scope.inOrder());
    if (reviewer != null) {
      mediation = mediation.underReview(reviewer);
      content =
          content.reviewed(
              new MediationReview(
                  now, by.id(), reviewer, ReviewedAction.RECEPTION, null, found, null));
    }
    table.insert(
        mediation, areas.communeOf(requested.villageId()), content, mediations.dueOn(mediation));
    mediations.note(MediationEvent.RECEIVED, mediation, by);
    if (reviewer != null) {
      mediations.note(MediationEvent.REVIEW_ASKED, mediation, by);
    }
    if (!scope.passed()) {
      mediations.note(MediationEvent.REFERRED, mediation, by);
    }
    return id;
  }

  /// Takes an entry over from a village's book on paper (article 21.4): one that ended, with its
  /// number there. What must not have been mediated is referred, and has no number here.
  @Transactional
  UUID takeOver(NewBookEntry requested, Person by) {
    ScopeCheck scope = ScopeCheck.of(requested.answers());
    check(requested);
    Instant now = clock.now();
    Instant noon = requested.endedOn().atTime(LocalTime.NOON).atZone(clock.zone()).toInstant();
    Instant ended = noon.isAfter(now) ? now : noon;
    UUID id = ids.next();
    UUID mediator = requested.mediatorId();
    var received =
        new Mediation(
            id,
            scope.passed() ? codes.nextOfYear(CODE_PREFIX) : referralCode(),
            requested.villageId(),
            null,
            requested.basis(),
            requested.kind(),
            new Reception(requested.receivedOn(), by.id(), now),
            scope.guards(),
            scope.passed() ? MediationState.RECEIVED : MediationState.REFERRED,
            null,
            scope.passed() ? new Entry(requested.year(), requested.number(), now) : null,
            Conduct.NONE,
            scope.passed() ? Ending.NONE : Ending.referred(by.id(), now),
            null);
    MediationContent told =
        MediationContent.received(
            requested.parties().stream().map(MediationParty::of).toList(),
            requested.about().strip(),
            scope.inOrder());
    table.insert(
        received, areas.communeOf(requested.villageId()), told, mediations.dueOn(received));
    if (scope.passed()) {
      Conduct conduct =
          mediator == null
              ? Conduct.NONE
              : Conduct.NONE.assigned(
                  mediator,
                  requested.receivedOn(),
                  requested.receivedOn().plusDays(NextStep.START_DAYS));
      String words = requested.words().strip();
      boolean agreed = requested.outcome() == MediationOutcome.AGREED;
      mediations.keep(
          received
              .with(MediationState.RECEIVED, conduct)
              .with(MediationState.CLOSED, Ending.closed(requested.outcome(), ended)),
          agreed
              ? told.agreed(new MediationAgreement(words, requested.endedOn(), null))
              : told.ended(new MediationEnd(null, null, words)));
      table.takeOver(id, requested.villageId(), requested.year(), requested.number());
    }
    mediations.note(MediationEvent.TAKEN_FROM_BOOK, received, by);
    if (!scope.passed()) {
      mediations.note(MediationEvent.REFERRED, received, by);
    }
    return id;
  }

  private void check(NewMediation requested, boolean guards) {
    var problems = new FieldProblems();
    UUID other = requested.otherVillageId();
    if (!isVillage(requested.villageId())) {
      problems.reject("villageId", "no-village");
    }
    if (other != null && (other.equals(requested.villageId()) || !isVillage(other))) {
      problems.reject("otherVillageId", "no-village");
    }
    if (requested.receivedOn().isAfter(clock.today())) {
      problems.reject("receivedOn", "past-or-present");
    } else if (requested.receivedOn().isBefore(clock.today().minusDays(MAX_AGO))) {
      problems.reject("receivedOn", "received-long-ago", MAX_AGO);
    }
    int parties = requested.parties() == null ? 0 : requested.parties().size();
    if (!guards && parties < MIN_PARTIES) {
      problems.reject("parties", "two-parties");
    }
    if (!guards && (requested.about() == null || requested.about().isBlank())) {
      problems.reject("about", "required");
    }
    problems.requireNone();
  }

  private boolean isVillage(UUID id) {
    return areas
        .findPresent(id)
        .filter(each -> each.kind() == AreaKind.RESIDENTIAL_AREA)
        .isPresent();
  }

  private void check(NewBookEntry requested) {
    var problems = new FieldProblems();
    LocalDate today = clock.today();
    if (!isVillage(requested.villageId())) {
      problems.reject("villageId", "no-village");
    }
    if (requested.receivedOn().getYear() != requested.year()) {
      problems.reject("receivedOn", "book-year");
    }
    if (requested.endedOn().isBefore(requested.receivedOn())) {
      problems.reject("endedOn", "book-ended");
    } else if (requested.endedOn().isAfter(today)) {
      problems.reject("endedOn", "past-or-present");
    } else if (requested.endedOn().isBefore(today.minusDays(settings.keep().toDays()))) {
      problems.reject("endedOn", "book-old", settings.keep().toDays());
    }
    if (requested.outcome() == MediationOutcome.ESCALATED) {
      problems.reject("outcome", "book-outcome");
    }
    if (table.hasEntry(requested.villageId(), requested.year(), requested.number())) {
      problems.reject("number", "book-number");
    }
    List<ViolenceCue> found =
        cues.find(
            List.of(requested.about(), requested.words()), requested.kind() == DisputeKind.FAMILY);
    if (ViolenceCues.tellOfViolence(found)) {
      problems.reject("about", "book-violence");
    }
    UUID mediator = requested.mediatorId();
    if (mediator != null && !access.isOf(mediator, requested.villageId())) {
      problems.reject("mediatorId", "book-mediator");
    }
    problems.requireNone();
  }

  private List<ViolenceCue> find(NewMediation requested, List<String> background) {
    List<String> texts = new ArrayList<>(background);
    if (requested.about() != null) {
      texts.add(requested.about());
    }
    if (requested.parties() != null) {
      requested
          .parties()
          .forEach(each -> {
            texts.add(each.name());
            texts.add(each.address());
          });
    }
    return cues.find(texts, requested.kind() == DisputeKind.FAMILY);
  }

  private static @Nullable Reviewer reviewer(DisputeKind kind, List<ViolenceCue> found) {
    if (ViolenceCues.tellOfViolence(found)) {
      return Reviewer.OFFICER;
    }
    return kind == DisputeKind.FAMILY || !found.isEmpty() ? Reviewer.SECOND_PERSON : null;
  }

  /// Codes of what is referred at once are drawn: in a series, a gap between two that somebody sees
  /// would tell of one that they may not know of.
  private String referralCode() {
    String code;
    do {
      code =
          "%s-%d-%06d"
              .formatted(REFERRAL_PREFIX, clock.today().getYear(), random.nextInt(REFERRAL_CODES));
    } while (table.hasCode(code));
    return code;
  }
}
