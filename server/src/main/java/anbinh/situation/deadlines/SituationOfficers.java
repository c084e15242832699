package anbinh.situation.deadlines;

import anbinh.areas.Area;
import anbinh.areas.unit.Areas;
import anbinh.identity.AreaScope;
import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.people.People;
import anbinh.identity.session.Access;
import anbinh.platform.FoldedText;
import anbinh.situation.report.Situation;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.NoteKind;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.SituationNote;
import anbinh.situation.report.SituationTrail;
import anbinh.situation.reporter.ReporterIdentity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which officers are responsible for the reports of a commune: its own, and where it has none, or
/// all have a part in a report, those above it. Whoever else has the commune in their area sees
/// counts. Safe for many threads.
@Component
public class SituationOfficers {
  private static final int MIN_WORDS = 2;

  private final Access access;
  private final Areas areas;
  private final People people;
  private final SituationTrail trail;
  private final SituationService keeper;

  SituationOfficers(
      Access access, Areas areas, People people, SituationTrail trail, SituationService keeper) {
    this.access = access;
    this.areas = areas;
    this.people = people;
    this.trail = trail;
    this.keeper = keeper;
  }

  /// Whose reports a desk shows.
  ///
  /// @param communes for which somebody is responsible
  /// @param upper in which others are, whose reports come to them where those have a part in it
  public record Desk(Set<UUID> communes, Set<UUID> upper) {
    public Desk {
      communes = Set.copyOf(communes);
      upper = Set.copyOf(upper);
    }
  }

  public Desk desk(Person person) {
    UUID own = person.areaId();
    if (own != null && isLocal(person)) {
      return new Desk(Set.of(areas.communeOf(own)), Set.of());
    }
    AreaScope scope = access.scope(person, Role.COMMUNITY_OFFICER);
    Set<UUID> all =
        areas.list().stream()
            .filter(each -> each.kind().isCommune() && scope.includes(each.id()))
            .map(Area::id)
            .collect(Collectors.toSet());
    Set<UUID> without = new HashSet<>(all);
    List<UUID> served =
        people.listActive(Role.COMMUNITY_OFFICER).stream()
            .flatMap(each -> Stream.ofNullable(each.areaId()))
            .toList();
    without.removeAll(areas.communesOf(served).values());
    return new Desk(without, all);
  }

  public boolean isResponsible(Person person, UUID communeId, UUID situation) {
    return access.may(person, communeId, Role.COMMUNITY_OFFICER)
        && (isLocal(person) || localsOf(communeId).isEmpty() || trail.isAbove(situation));
  }

  /// Whether somebody is responsible for the reports of a commune at large.
  public boolean isResponsible(Person person, UUID communeId) {
    return access.may(person, communeId, Role.COMMUNITY_OFFICER)
        && (isLocal(person) || localsOf(communeId).isEmpty());
  }

  /// Whether somebody watches over the officers of a commune rather than being one.
  public boolean isAbove(Person person, UUID communeId) {
    return access.may(person, communeId, Role.COMMUNITY_OFFICER) && !isLocal(person);
  }

  /// Whether somebody is an officer of a whole commune, and of no more.
  private boolean isLocal(Person person) {
    UUID own = person.areaId();
    return own != null
        && areas.isLocal(own)
        && access.may(person, areas.communeOf(own), Role.COMMUNITY_OFFICER);
  }

  private List<Person> localsOf(UUID communeId) {
    return people.listActive(Role.COMMUNITY_OFFICER, areas.below(communeId)).stream()
        .filter(each -> isLocal(each) && communeId.equals(communeOf(each)))
        .toList();
  }

  private @Nullable UUID communeOf(Person person) {
    UUID own = person.areaId();
    return own == null ? null : areas.communeOf(own);
  }

  /// Whether somebody still serves who received it.
  public boolean stillServes(@Nullable UUID receiver, UUID communeId) {
    return receiver != null
        && people
            .find(receiver)
            .filter(Person::active)
            .filter(each -> access.may(each, communeId, Role.COMMUNITY_OFFICER))
            .isPresent();
  }

  /// Whether who reported opens to somebody who receives it as the first: to the commune's own
  /// officers; to one above only where none of those received it in time, or none can.
  public boolean opensAsFirst(Person person, Situation one) {
    UUID commune = one.place().communeId();
    if (!isAbove(person, commune)) {
      return true;
    }
    Set<UUID> parts = trail.conflicts(one.id());
    boolean late = one.conduct().receiverId() == null && one.due().escalatedAt() != null;
    return late || localsOf(commune).stream().allMatch(each -> parts.contains(each.id()));
  }

  /// Whether one above has what an officer of the commune may take back.
  public boolean takesBack(Person person, @Nullable UUID receiver, UUID communeId) {
    return receiver != null
        && !isAbove(person, communeId)
        && people.find(receiver).filter(each -> isAbove(each, communeId)).isPresent();
  }

  /// Notes which officers have a part in a report, by what it says now: they are named in it, as a
  /// person or in its text, or it may be theirs.
  public void noteParts(
      UUID situation, UUID communeId, SituationContent content, @Nullable ReporterIdentity who) {
    Set<UUID> above = areas.above(communeId);
    people.listActive(Role.COMMUNITY_OFFICER).stream()
        .filter(each -> each.areaId() == null || above.contains(each.areaId()))
        .filter(each -> isNamed(each, content) || isReporter(each, who))
        .forEach(each -> trail.addConflict(situation, each.id()));
    noteAbove(situation, communeId);
  }

  /// Somebody says of themselves that they have one.
  public void noteOwnPart(UUID situation, UUID communeId, Person person) {
    people.accountsOf(person.id()).forEach(each -> trail.addConflict(situation, each));
    noteAbove(situation, communeId);
  }

  public void noteAbove(UUID situation, UUID communeId) {
    Set<UUID> parts = trail.conflicts(situation);
    List<Person> locals = localsOf(communeId);
    if (!locals.isEmpty() && locals.stream().allMatch(each -> parts.contains(each.id()))) {
      keeper.passUp(keeper.get(situation));
    }
  }

  private boolean isReporter(Person officer, @Nullable ReporterIdentity who) {
    if (who == null) {
      return false;
    }
    UUID account = who.personId();
    return (account != null && people.maybeSame(officer, account))
        || (who.name() != null && same(who.name(), officer.displayName()));
  }

  /// Whether an officer's name stands in it. Who wrote it down may have left accents out, so they
  /// do not count; a namesake loses one report, somebody accused would decide their own.
  public static boolean isNamed(Person officer, SituationContent content) {
    return isNamed(
        officer, content, each -> each.by() == null || each.what() == NoteKind.WRITTEN_REPORT);
  }

  /// The same in whatever others wrote, for who reads all of it and is no colleague there.
  public static boolean isNamedAnywhere(Person officer, SituationContent content) {
    return isNamed(officer, content, _ -> true);
  }

  private static boolean isNamed(
      Person officer, SituationContent content, Predicate<SituationNote> counts) {
    String name = FoldedText.words(officer.displayName());
    boolean telling = name.split(" ", -1).length >= MIN_WORDS;
    return texts(content, officer.id(), counts)
        .map(FoldedText::words)
        .anyMatch(each ->
            each.equals(name) || (telling && (" " + each + " ").contains(" " + name + " ")));
  }

  /// What was reported, and the notes that count, but what an officer wrote themself, who may well
  /// name themself in it; whom they list as a person counts. Whoever answers a question may call
  /// its writer by name: what is said against them is for an addition, as the page says. An officer
  /// who names a colleague in a note of the desk does not accuse them by it; what stands in the
  /// written report is for others than the desk.
  private static Stream<String> texts(
      SituationContent content, UUID officer, Predicate<SituationNote> counts) {
    return Stream.concat(
        content.versions().stream()
            .flatMap(each -> officer.equals(each.by()) ? names(each.words()) : texts(each.words())),
        content.notes().stream()
            .filter(counts)
            .filter(each -> !officer.equals(each.by()) && !content.answers(each, officer))
            .map(SituationNote::words));
  }

  private static Stream<String> texts(ReportWords words) {
    return Stream.concat(
        Stream.of(words.seen(), words.told(), words.toldBy(), words.placeWords()),
        words.people().stream().flatMap(each -> Stream.of(each.name(), each.words())));
  }

  private static Stream<String> names(ReportWords words) {
    return words.people().stream().map(SituationContent.NamedPerson::name);
  }

  private static boolean same(String one, String other) {
    return FoldedText.words(one).equals(FoldedText.words(other));
  }
}
