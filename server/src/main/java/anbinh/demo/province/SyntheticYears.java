package anbinh.demo.province;

import anbinh.demo.province.StandardHistorySeeder.SyntheticYear;
import anbinh.demo.province.SyntheticPeople.Seat;
import anbinh.demo.province.SyntheticPlaces.Village;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/// Years of the standard "safe in security and order" of villages, that are made up, by the
/// calendar of Circular 124/2021/TT-BCA. In each commune 70 to 90 of a hundred meet it, an
/// assumption.
final class SyntheticYears {
  private static final int MIN_MET = 70;
  private static final int SPREAD = 21;

  private final SyntheticRandom invention;
  private final SyntheticPeople people;
  private final List<Village> villages;
  private final ZoneId zone;

  SyntheticYears(
      SyntheticRandom invention, SyntheticPeople people, List<Village> villages, ZoneId zone) {
    this.invention = invention;
    this.people = people;
    this.villages = List.copyOf(villages);
    this.zone = zone;
  }

  List<SyntheticYear> year(int year) {
    List<SyntheticYear> made = new ArrayList<>();
    for (Village village : villages) {
      SplittableRandom random = invention.random("standard", year, village.place());
      int met =
          MIN_MET
              + invention
                  .random("standard of commune", year, village.commune().place())
                  .nextInt(SPREAD);
      List<Instant> days =
          List.of(
              at(LocalDate.of(year, 1, 8).plusDays(random.nextInt(78)), random),
              at(LocalDate.of(year, 10, 26).plusDays(random.nextInt(8)), random),
              at(LocalDate.of(year, 11, 4).plusDays(random.nextInt(5)), random),
              at(LocalDate.of(year, 11, 9).plusDays(random.nextInt(5)), random),
              at(LocalDate.of(year, 11, 15).plusDays(random.nextInt(11)), random));
      List<UUID> steps = days.stream().map(each -> SyntheticRandom.id(random, each)).toList();
      Seat head = people.seat(village, 0);
      int households = 60 + random.nextInt(220);
      made.add(
          new SyntheticYear(
              SyntheticRandom.id(random, days.getFirst()),
              steps,
              village.area().id(),
              village.commune().area().id(),
              households,
              households * (55 + random.nextInt(40)) / 100,
              random.nextInt(100) < met ? null : random.nextInt(1_000),
              days,
              people.account(head.username()),
              head.name(),
              people.office("canbo1", village.commune()),
              people.office("chutich", village.commune()),
              "MP-%d/%d".formatted(1 + village.place(), year)));
    }
    return made;
  }

  private Instant at(LocalDate day, SplittableRandom random) {
    return day.atTime(8 + random.nextInt(9), random.nextInt(60)).atZone(zone).toInstant();
  }
}
