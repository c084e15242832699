package anbinh.demo.province;

import anbinh.demo.province.SyntheticPlaces.Village;
import anbinh.demo.province.TeamHistorySeeder.FilledMember;
import anbinh.demo.province.TeamHistorySeeder.FilledTeam;
import anbinh.demo.province.TeamWorkHistorySeeder.SyntheticGroup;
import anbinh.demo.province.TeamWorkHistorySeeder.SyntheticPatrol;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/// What teams did, that is made up: two patrols a month; and two groups of households in each
/// village.
final class SyntheticWork {
  private static final int PATROLS = 2;
  private static final LocalDate GROUPS_SINCE = LocalDate.of(2023, 3, 1);

  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private final SyntheticNames names;
  private final List<Village> villages;
  private final Map<UUID, FilledTeam> teams;
  private final ZoneId zone;

  SyntheticWork(
      SyntheticRandom invention,
      SyntheticPeople people,
      List<Village> villages,
      Map<UUID, FilledTeam> teams,
      ZoneId zone) {
    this.invention = invention;
    this.people = people;
    this.names = new SyntheticNames(invention);
    this.villages = List.copyOf(villages);
    this.teams = Map.copyOf(teams);
    this.zone = zone;
  }

  /// Patrols of a month that are over by a moment.
  List<SyntheticPatrol> patrols(YearMonth month, Instant before) {
    List<SyntheticPatrol> made = new ArrayList<>();
    for (Village village : villages) {
      FilledTeam team = teams.get(village.area().id());
      if (team == null || team.members().size() < 2) {
        continue;
      }
      SplittableRandom random =
          invention.random("patrols", month.getYear(), month.getMonthValue(), village.place());
      for (int i = 0; i < PATROLS; i++) {
        LocalDate day = month.atDay(1 + i * 14 + random.nextInt(14));
        Instant start =
            day.atTime(19 + random.nextInt(4), random.nextInt(60)).atZone(zone).toInstant();
        Instant end = start.plusSeconds(3_600 + random.nextInt(9_000));
        Instant noted = end.plusSeconds(60 + random.nextInt(3_600));
        if (noted.isBefore(before)) {
          made.add(
              new SyntheticPatrol(
                  SyntheticRandom.id(random, noted),
                  team.id(),
                  start,
                  end,
                  team.members().stream().limit(2).map(FilledMember::id).toList(),
                  "Địa bàn yên tĩnh; nhắc hàng quán đóng cửa đúng giờ." + SyntheticRandom.SIMULATED,
                  people.account(people.seat(village, 0).username()),
                  noted));
        }
      }
    }
    return made;
  }

  List<SyntheticGroup> groups() {
    List<SyntheticGroup> made = new ArrayList<>();
    Instant at = GROUPS_SINCE.atTime(9, 0).atZone(zone).toInstant();
    for (Village village : villages) {
      SplittableRandom random = invention.random("groups", village.place());
      made.add(group(village, random, "SECURITY", "Tổ tự quản ANTT 1", at));
      made.add(group(village, random, "SOCIAL_SECURITY", "Tổ liên gia tự quản 1", at));
    }
    return made;
  }

  private SyntheticGroup group(
      Village village, SplittableRandom random, String kind, String name, Instant at) {
    return new SyntheticGroup(
        invention.id("group " + kind, village.code()),
        kind,
        village.commune().area().id(),
        village.area().id(),
        name + SyntheticRandom.SIMULATED,
        20 + random.nextInt(50),
        "MP-04/QĐ-UBND",
        GROUPS_SINCE,
        people.officeName("chutich", village.commune()),
        people.office("canbo1", village.commune()),
        at,
        invention.id("leader " + kind, village.code()),
        names.any(random),
        SyntheticNames.phone(random),
        GROUPS_SINCE.plusYears(5).minusDays(1));
  }
}
