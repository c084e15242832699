package anbinh.demo.province;

import anbinh.demo.province.MediationHistorySeeder.SyntheticMediation;
import anbinh.demo.province.MediationHistorySeeder.SyntheticMediator;
import anbinh.demo.province.MediationHistorySeeder.SyntheticParty;
import anbinh.demo.province.MediationHistorySeeder.SyntheticTeam;
import anbinh.demo.province.SyntheticPeople.Seat;
import anbinh.demo.province.SyntheticPlaces.Village;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Mediations that are made up, by the steps of Law 35/2013/QH13: 58 of a hundred end by agreement,
/// as in Đắk Nông in the first half of 2022 (186 of 323), and one in twenty begins late.
final class SyntheticMediations {
  private static final LocalDate RECOGNISED = LocalDate.of(2021, 6, 1);
  private static final List<String> KINDS =
      List.of(
          "NEIGHBOURS",
          "PROPERTY",
          "BOUNDARY",
          "FAMILY",
          "INHERITANCE",
          "DEBT",
          "ENVIRONMENT",
          "OTHER");
  private static final int[] KIND_WEIGHTS = {30, 8, 22, 14, 6, 10, 7, 3};
  private static final List<String> OUTCOMES =
      List.of("AGREED", "NOT_AGREED", "STOPPED", "ESCALATED");
  private static final int[] OUTCOME_WEIGHTS = {58, 26, 12, 4};
  private static final List<String> BASES =
      List.of("PARTY_ASKS", "MEDIATOR_KNOWS", "ASSIGNED_OR_ASKED");
  private static final List<String> ABOUT =
      List.of(
          "Bờ rào lấn sang vườn bên.",
          "Nuôi gà gây ồn ban đêm.",
          "Vay tiền chưa trả đúng hẹn.",
          "Lối đi chung bị chắn.",
          "Nước mưa chảy sang sân nhà bên.");

  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private final SyntheticNames names;
  private final List<Village> villages;
  private final ZoneId zone;

  SyntheticMediations(
      SyntheticRandom invention, SyntheticPeople people, List<Village> villages, ZoneId zone) {
    this.invention = invention;
    this.people = people;
    this.names = new SyntheticNames(invention);
    this.villages = List.copyOf(villages);
    this.zone = zone;
  }

  /// One team for each village, three mediators, of whom at least one is a woman (article 12). Its
  /// leader is the village team's deputy.
  List<SyntheticTeam> teams() {
    List<SyntheticTeam> teams = new ArrayList<>();
    for (Village village : villages) {
      Seat leader = people.seat(village, 1);
      teams.add(
          new SyntheticTeam(
              invention.id("mediation-team", village.code()),
              village.area().id(),
              List.of(
                  new SyntheticMediator(
                      leader(village),
                      leader.name(),
                      leader.woman(),
                      people.account(leader.username())),
                  new SyntheticMediator(
                      invention.id("mediator", village.code() + " 2"),
                      people.mediator(village, 0, true),
                      true,
                      null),
                  new SyntheticMediator(
                      invention.id("mediator", village.code() + " 3"),
                      people.mediator(village, 1, false),
                      false,
                      null)),
              people.office("mattran", village.commune()),
              RECOGNISED.atTime(9, 0).atZone(zone).toInstant(),
              "MP-03/QĐ-UBND",
              RECOGNISED,
              people.office("chutich", village.commune())));
    }
    return teams;
  }

  private UUID leader(Village village) {
    return invention.id("mediator", village.code() + " 1");
  }

  /// Those of a year, in the order of their receipt.
  List<SyntheticMediation> year(int year, int count) {
    SplittableRandom random = invention.random("mediations", year);
    List<SyntheticMediation> made = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      made.add(mediation(random, year));
    }
    made.sort(Comparator.comparing(SyntheticMediation::receivedAt));
    return made;
  }

  private SyntheticMediation mediation(SplittableRandom random, int year) {
    Village village = villages.get(random.nextInt(villages.size()));
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate on = first.plusDays(random.nextInt(first.lengthOfYear()));
    Instant receivedAt = at(on, 7 + random.nextInt(12), random);
    List<LocalDate> sessions = new ArrayList<>();
    LocalDate session = on.plusDays(random.nextInt(20) == 0 ? 5 : random.nextInt(4));
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      sessions.add(session);
      session = session.plusDays(3 + random.nextInt(8));
    }
    Instant endedAt = at(sessions.getLast(), 19, random);
    LocalDate agreedBy = sessions.getLast().plusDays(10 + random.nextInt(40));
    return new SyntheticMediation(
        SyntheticRandom.id(random, receivedAt),
        village.area().id(),
        KINDS.get(SyntheticRandom.weighted(random, KIND_WEIGHTS)),
        SyntheticRandom.one(random, BASES),
        receivedAt,
        on,
        leader(village),
        people.account(people.seat(village, 1).username()),
        sessions,
        OUTCOMES.get(SyntheticRandom.weighted(random, OUTCOME_WEIGHTS)),
        endedAt,
        agreedBy,
        at(agreedBy, 17, random),
        random.nextInt(100) < 92,
        List.of(party(random, 1), party(random, 2)),
        SyntheticRandom.one(random, ABOUT) + SyntheticRandom.SIMULATED,
        "Hai bên nói rõ ý mình; hòa giải viên phân tích." + SyntheticRandom.SIMULATED);
  }

  private SyntheticParty party(SplittableRandom random, int house) {
    return new SyntheticParty(names.any(random), "Nhà %d, xóm giữa".formatted(house));
  }

  private Instant at(LocalDate day, int hour, SplittableRandom random) {
    return day.atTime(hour, random.nextInt(60), random.nextInt(60)).atZone(zone).toInstant();
  }
}
