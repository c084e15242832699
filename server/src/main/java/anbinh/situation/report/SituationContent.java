package anbinh.situation.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that was written of a situation: one value, encrypted. Nothing in it is written over. Never
/// printed.
///
/// @param versions of the reporter's text, oldest first
/// @param current the number of the one that counts
public record SituationContent(
    List<ReportVersion> versions, int current, List<SituationNote> notes) {
  public SituationContent {
    versions = List.copyOf(versions);
    notes = List.copyOf(notes);
  }

  public static SituationContent of(ReportVersion first) {
    return new SituationContent(List.of(first), first.number(), List.of());
  }

  /// What was seen apart from what was told, as it was sent once.
  ///
  /// @param by null for the reporter
  /// @param said what it was taken for
  /// @param deviceTime what the phone took for the time when it sent it; null from elsewhere
  /// @param status of one that is not the current one
  /// @param circumstances null in what was written before they were kept
  public record ReportVersion(
      int number,
      Instant at,
      @Nullable UUID by,
      @Nullable Instant deviceTime,
      VersionStatus status,
      ReportedNature said,
      @Nullable ReportedCircumstances circumstances,
      ReportWords words) {
    ReportVersion as(VersionStatus next) {
      return new ReportVersion(number, at, by, deviceTime, next, said, circumstances, words);
    }

    /// Whether somebody says the same once more.
    public boolean says(ReportedNature nature, ReportedCircumstances where, ReportWords written) {
      return said.equals(nature)
          && words.equals(written)
          && (circumstances == null || circumstances.isSame(where));
    }

    @Override
    public String toString() {
      return "ReportVersion[" + number + "]";
    }
  }

  /// What who reports took it for; the officer may say something else.
  public record ReportedNature(String kind, boolean danger, boolean injured) {}

  /// Where and when, as it was sent with a version.
  ///
  /// @param said when it happened, by who reports
  /// @param times the same by the server's clock
  /// @param clockDoubtful whether a time had not come yet, and is as of the receipt
  public record ReportedCircumstances(
      Situation.Place place, @Nullable Instant said, Situation.Times times, boolean clockDoubtful) {
    boolean isSame(ReportedCircumstances other) {
      return place.equals(other.place)
          && Objects.equals(said, other.said)
          && times.precision() == other.times.precision();
    }
  }

  public enum VersionStatus {
    CURRENT,
    /// A later one took its place.
    REPLACED,
    /// Came when an officer had it: waits for the officer to decide.
    BESIDE,
    /// The officer kept what there was.
    NOT_TAKEN
  }

  /// @param seen by who reports
  /// @param told by others: hearsay
  /// @param toldBy in general words, such as "a neighbour"
  /// @param point null where none was given
  public record ReportWords(
      String seen,
      String told,
      String toldBy,
      String placeWords,
      @Nullable ReportPoint point,
      List<NamedPerson> people) {
    public ReportWords {
      people = List.copyOf(people);
    }

    public List<String> texts() {
      var texts = new ArrayList<>(List.of(seen, told, toldBy, placeWords));
      people.forEach(each -> texts.add(each.words()));
      return texts;
    }

    @Override
    public String toString() {
      return "ReportWords[…]";
    }
  }

  /// In degrees of WGS 84.
  ///
  /// @param accuracyMetres as the phone says
  public record ReportPoint(double latitude, double longitude, @Nullable Integer accuracyMetres) {
    private static final double EARTH_METRES = 6_371_000;

    /// The distance over ground, by the haversine formula.
    public int metresTo(ReportPoint other) {
      double north = Math.toRadians(other.latitude - latitude);
      double east = Math.toRadians(other.longitude - longitude);
      double half =
          Math.pow(Math.sin(north / 2), 2)
              + Math.cos(Math.toRadians(latitude))
                  * Math.cos(Math.toRadians(other.latitude))
                  * Math.pow(Math.sin(east / 2), 2);
      return (int) Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(half))));
    }

    @Override
    public String toString() {
      return "ReportPoint[…]";
    }
  }

  /// Somebody of whom a report speaks; that they did something is what somebody says.
  public record NamedPerson(String name, NamedRole role, String words) {
    @Override
    public String toString() {
      return "NamedPerson[…]";
    }
  }

  public enum NamedRole {
    AFFECTED,
    WITNESS,
    /// Said to have done it.
    ACCUSED,
    OTHER
  }

  /// What was added to it by somebody.
  ///
  /// @param by null for the reporter
  /// @param occurredAt when what it tells of happened; null where that is not said
  /// @param late noted long after that
  /// @param authority to which it was referred
  /// @param question when the question was asked that it answers; null where it answers none, and
  ///   in what was written before that was kept
  public record SituationNote(
      Instant at,
      @Nullable UUID by,
      NoteKind what,
      @Nullable Instant occurredAt,
      boolean late,
      @Nullable String authority,
      String words,
      @Nullable Instant question) {
    /// What answers no question.
    public SituationNote(
        Instant at,
        @Nullable UUID by,
        NoteKind what,
        @Nullable Instant occurredAt,
        boolean late,
        @Nullable String authority,
        String words) {
      this(at, by, what, occurredAt, late, authority, words, null);
    }

    @Override
    public String toString() {
      return "SituationNote[" + what + "]";
    }
  }

  public enum NoteKind {
    ADDITION,
    NOTE,
    /// Put beside what it corrects.
    CORRECTION,
    CLASSIFICATION,
    VERSION_DECISION,
    WRITTEN_REPORT,
    REFERRAL,
    RESOLUTION,
    CLOSURE,
    REOPENING,
    RETRACTION_ASKED,
    RETRACTION_DECISION,
    STEPPED_ASIDE,
    MERGING,
    SEPARATION,
    /// Of an officer to who reported.
    QUESTION,
    ANSWER
  }

  /// Whether an officer's last question waits for an answer.
  public boolean isAsked() {
    return notes.stream()
        .filter(each -> each.what() == NoteKind.QUESTION)
        .reduce((_, last) -> last)
        .filter(each -> waitsFor(each.at()))
        .isPresent();
  }

  /// Whether a question was asked at a moment that nobody answered, nor one that came after it.
  public boolean waitsFor(Instant question) {
    return notes.stream()
            .anyMatch(each -> each.what() == NoteKind.QUESTION && each.at().equals(question))
        && notes.stream()
            .filter(each -> each.what() == NoteKind.ANSWER)
            .map(each -> each.question() == null ? each.at() : each.question())
            .allMatch(question::isAfter);
  }

  /// Whether a note answers a question of an officer. Of one that was written before it was kept
  /// which it answers, that is certain only where nobody else asked.
  public boolean answers(SituationNote note, UUID officer) {
    List<SituationNote> asked =
        notes.stream()
            .filter(each -> each.what() == NoteKind.QUESTION)
            .filter(each -> note.question() == null || each.at().equals(note.question()))
            .toList();
    return note.what() == NoteKind.ANSWER
        && !asked.isEmpty()
        && asked.stream().allMatch(each -> officer.equals(each.by()));
  }

  public ReportVersion currentVersion() {
    return version(current);
  }

  private ReportVersion version(int number) {
    return versions.stream().filter(each -> each.number() == number).findFirst().orElseThrow();
  }

  /// How many versions wait for an officer.
  public long waiting() {
    return versions.stream().filter(each -> each.status() == VersionStatus.BESIDE).count();
  }

  /// With one more that takes the place of the present one, or lies beside it.
  public SituationContent changed(
      Instant at,
      @Nullable UUID by,
      @Nullable Instant deviceTime,
      ReportedNature said,
      ReportedCircumstances circumstances,
      ReportWords words,
      boolean beside) {
    int number = versions.size() + 1;
    var status = beside ? VersionStatus.BESIDE : VersionStatus.CURRENT;
    var more = new ArrayList<ReportVersion>();
    for (ReportVersion each : versions) {
      more.add(!beside && each.number() == current ? each.as(VersionStatus.REPLACED) : each);
    }
    more.add(new ReportVersion(number, at, by, deviceTime, status, said, circumstances, words));
    return new SituationContent(more, beside ? current : number, notes);
  }

  /// With a version that lay beside taken, or not.
  ///
  /// @return null where none of this number waits
  public @Nullable SituationContent decided(int number, boolean taken) {
    if (versions.stream()
        .noneMatch(each -> each.number() == number && each.status() == VersionStatus.BESIDE)) {
      return null;
    }
    var more = new ArrayList<ReportVersion>();
    for (ReportVersion each : versions) {
      if (each.number() == number) {
        more.add(each.as(taken ? VersionStatus.CURRENT : VersionStatus.NOT_TAKEN));
      } else {
        more.add(taken && each.number() == current ? each.as(VersionStatus.REPLACED) : each);
      }
    }
    return new SituationContent(more, taken ? number : current, notes);
  }

  /// All words in it, of every version.
  public List<String> texts() {
    var texts = new ArrayList<String>();
    versions.forEach(each -> texts.addAll(each.words().texts()));
    notes.forEach(each -> texts.add(each.words()));
    return texts;
  }

  public SituationContent noted(SituationNote note) {
    var more = new ArrayList<>(notes);
    more.add(note);
    return new SituationContent(versions, current, more);
  }

  @Override
  public String toString() {
    return "SituationContent[…]";
  }
}
