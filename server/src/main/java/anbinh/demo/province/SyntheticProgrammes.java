package anbinh.demo.province;

import anbinh.demo.province.ProgrammeHistorySeeder.SyntheticActivity;
import anbinh.demo.province.ProgrammeHistorySeeder.SyntheticAssessment;
import anbinh.demo.province.ProgrammeHistorySeeder.SyntheticProgramme;
import anbinh.demo.province.SyntheticPlaces.Village;
import anbinh.programme.ProgrammeState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Programmes that are made up: one in every third village, of the seven kinds that come with the
/// system, with four activities a year and an assessment of each year that is over. A quarter are
/// of cameras: of these the province had 332 "models".
final class SyntheticProgrammes {
  private static final int EVERY = 3;
  private static final int A_YEAR = 4;
  private static final List<String> KINDS =
      List.of("CAMERA", "LINKED_AREA", "CLAN", "PARISH", "BOARDING_HOUSE", "NO_VIOLENCE", "YOUTH");
  private static final int[] KIND_WEIGHTS = {23, 20, 15, 8, 10, 12, 12};
  private static final List<String> WHAT =
      List.of(
          "Họp ban chủ nhiệm, ký cam kết",
          "Tuyên truyền phòng chống trộm cắp",
          "Tập huấn chữa cháy khu dân cư",
          "Sinh hoạt quý, trao đổi tình hình");

  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private final List<Village> villages;
  private final ZoneId zone;

  SyntheticProgrammes(
      SyntheticRandom invention, SyntheticPeople people, List<Village> villages, ZoneId zone) {
    this.invention = invention;
    this.people = people;
    this.villages = List.copyOf(villages);
    this.zone = zone;
  }

  /// @param from the first year in which one was launched
  /// @param today up to which something was done
  List<SyntheticProgramme> all(int from, LocalDate today) {
    List<SyntheticProgramme> made = new ArrayList<>();
    for (Village village : villages) {
      if (village.place() % EVERY == 1) {
        made.add(programme(village, from, today));
      }
    }
    return made;
  }

  private SyntheticProgramme programme(Village village, int from, LocalDate today) {
    SplittableRandom random = invention.random("programme", village.place());
    int span = Math.max(1, today.getYear() - from);
    LocalDate on = LocalDate.of(from, 1, 10).plusDays(random.nextInt(span * 365));
    LocalDate launched = on.isAfter(today) ? today : on;
    Instant at = launched.atTime(9, random.nextInt(60)).atZone(zone).toInstant();
    List<SyntheticActivity> activities = new ArrayList<>();
    LocalDate day = launched.plusDays(10 + random.nextInt(20));
    while (day.isBefore(today)) {
      int attended = 18 + random.nextInt(60);
      Instant noted = day.atTime(20, random.nextInt(60)).atZone(zone).toInstant();
      activities.add(
          new SyntheticActivity(
              SyntheticRandom.id(random, noted),
              day,
              SyntheticRandom.one(random, WHAT),
              attended,
              attended * (35 + random.nextInt(25)) / 100,
              attended * random.nextInt(40) / 100,
              noted));
      day = day.plusDays(365 / A_YEAR - 15 + random.nextInt(31));
    }
    List<SyntheticAssessment> assessments = new ArrayList<>();
    for (int year = launched.getYear(); year < today.getYear(); year++) {
      Instant assessed = LocalDate.of(year, 12, 20).atTime(10, 0).atZone(zone).toInstant();
      assessments.add(
          new SyntheticAssessment(
              SyntheticRandom.id(random, assessed), year, random.nextInt(6) == 0, assessed));
    }
    boolean dormant = random.nextInt(12) == 0;
    return new SyntheticProgramme(
        SyntheticRandom.id(random, at),
        SyntheticRandom.id(random, at),
        KINDS.get(SyntheticRandom.weighted(random, KIND_WEIGHTS)),
        village.commune().area().id(),
        village.area().id(),
        village.area().name(),
        activities.isEmpty()
            ? ProgrammeState.LAUNCHED
            : dormant ? ProgrammeState.DORMANT : ProgrammeState.ACTIVE,
        !assessments.isEmpty() && assessments.getLast().recommends(),
        at,
        launched,
        "MP-%d/QĐ-UBND".formatted(1 + village.place()),
        people.office("canbo1", village.commune()),
        people.office("chutich", village.commune()),
        people.officeName("chutich", village.commune()),
        activities,
        assessments);
  }
}
