package anbinh.situation.officer;

import anbinh.identity.Person;
import anbinh.identity.Role;
import anbinh.identity.session.AccessFixture;
import anbinh.platform.Problem;
import anbinh.situation.SituationEvent;
import anbinh.situation.SituationProblem;
import anbinh.situation.deadlines.FakeSituations;
import anbinh.situation.kind.FakeKinds;
import anbinh.situation.kind.SituationKind;
import anbinh.situation.report.HappenedPrecision;
import anbinh.situation.report.Situation;
import anbinh.situation.report.Situation.Conduct;
import anbinh.situation.report.Situation.Due;
import anbinh.situation.report.Situation.Marks;
import anbinh.situation.report.Situation.Nature;
import anbinh.situation.report.Situation.Place;
import anbinh.situation.report.Situation.Times;
import anbinh.situation.report.SituationChannel;
import anbinh.situation.report.SituationContent;
import anbinh.situation.report.SituationContent.ReportVersion;
import anbinh.situation.report.SituationContent.ReportWords;
import anbinh.situation.report.SituationContent.ReportedCircumstances;
import anbinh.situation.report.SituationContent.ReportedNature;
import anbinh.situation.report.SituationContent.VersionStatus;
import anbinh.situation.report.SituationState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reports of one commune and two of its officers, without a server.
final class OfficerFixture {
  static final Instant NOW = FakeSituations.NOW;
  static final UUID COMMUNE = AccessFixture.COMMUNE;
  static final UUID VILLAGE = AccessFixture.VILLAGE;

  final Person officer = AccessFixture.person(1, COMMUNE, Role.COMMUNITY_OFFICER);
  final Person colleague = AccessFixture.person(2, COMMUNE, Role.COMMUNITY_OFFICER);
  final FakeKinds kinds = new FakeKinds();
  final FakeSituations situations = FakeSituations.of(kinds);
  final FakeSituations.Officers officers = new FakeSituations.Officers();
  final FakeSituations.Doubts doubts = new FakeSituations.Doubts();
  final Rights rights = new Rights();
  final Groups groups = new Groups();
  private int made;

  /// What somebody is to a report, by who has it; who serves no more and who may take back, a test
  /// says.
  static final class Rights extends SituationAccess {
    boolean receiverServes = true;
    boolean takesBack;
    final Set<UUID> closedTo = new HashSet<>();

    @SuppressWarnings("NullAway") // there is no table
    Rights() {
      super(null, null, null, null, null, null, null);
    }

    @Override
    On on(Situation found, Person person) {
      if (closedTo.contains(person.id())) {
        throw refuse(found.id());
      }
      return new On(
          found,
          person,
          person.id().equals(found.conduct().receiverId()),
          receiverServes,
          takesBack);
    }

    @Override
    public Problem refuse(UUID id) {
      return Problem.of(SituationProblem.NOT_YOUR_SITUATION);
    }
  }

  /// Which groups were levelled, shared parts, or got a new receiver.
  static final class Groups extends SituationGroups {
    final List<UUID> levelled = new ArrayList<>();
    final List<UUID> shared = new ArrayList<>();
    final List<UUID> received = new ArrayList<>();

    @SuppressWarnings("NullAway") // there is no table
    Groups() {
      super(null, null, null, null, null);
    }

    @Override
    public void level(Situation changed) {
      levelled.add(changed.id());
    }

    @Override
    public void shareParts(Situation changed) {
      shared.add(changed.id());
    }

    @Override
    void received(Situation main, UUID by, boolean first, @Nullable UUID before) {
      received.add(main.id());
    }
  }

  /// A report that came in an hour ago, of a village.
  Situation submitted(SituationKind kind) {
    return submitted(kind, VILLAGE, NOW.minus(Duration.ofHours(1)), HappenedPrecision.NOW);
  }

  Situation submitted(
      SituationKind kind, @Nullable UUID village, Instant happened, HappenedPrecision precision) {
    made++;
    var times = new Times(happened, precision, happened, NOW.minusSeconds(60), 0, false);
    var place = new Place(COMMUNE, village);
    var one =
        new Situation(
            new UUID(5, made),
            "TH-2026-00000" + made,
            SituationChannel.TEAM,
            place,
            null,
            new Nature(
                kind.code(), false, false, kind.urgent(), kind.guarded(), kind.guarded(), null),
            SituationState.SUBMITTED,
            1,
            times,
            Conduct.waiting(NOW.minusSeconds(60)),
            Marks.NONE,
            null,
            Due.NOTHING,
            null);
    var words = new ReportWords("Đã thấy.", "", "", "", null, List.of());
    return situations.add(
        one,
        SituationContent.of(
            new ReportVersion(
                1,
                NOW,
                null,
                null,
                VersionStatus.CURRENT,
                new ReportedNature(kind.code(), false, false),
                new ReportedCircumstances(place, null, times, false),
                words)));
  }

  /// The same, which the officer has.
  Situation received(SituationKind kind) {
    return received(submitted(kind));
  }

  Situation received(Situation one) {
    return keep(
        one.with(
            SituationState.ACKNOWLEDGED,
            one.conduct().received(officer.id(), NOW.minusSeconds(30))));
  }

  Situation decided(Situation one, SituationState to) {
    return keep(one.with(to, one.conduct().decided(to, null, NOW.minusSeconds(20))));
  }

  Situation keep(Situation one) {
    return situations.add(one, situations.content(one));
  }

  Situation now(Situation one) {
    return situations.get(one.id());
  }

  List<SituationEvent> noted() {
    return situations.noted().stream().map(FakeSituations.Noted::what).toList();
  }

  SituationHandling handling() {
    return new SituationHandling(
        situations, rights, officers, kinds, situations.clock(), groups, doubts);
  }
}
