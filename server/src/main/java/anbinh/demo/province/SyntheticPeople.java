package anbinh.demo.province;

import anbinh.demo.province.AccountHistorySeeder.SyntheticAccount;
import anbinh.demo.province.SyntheticPlaces.Commune;
import anbinh.demo.province.SyntheticPlaces.Village;
import anbinh.identity.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;

/// The people of a made-up province: three in each village's team, twelve offices in each commune,
/// five of the province.
final class SyntheticPeople {
  static final int SEATS = 3;

  /// What a commune has, by the first part of the username.
  private static final Map<String, Role> OFFICES = offices();

  private static final Map<String, Role> OF_PROVINCE =
      Map.of(
          "canbo1", Role.COMMUNITY_OFFICER,
          "chutich", Role.CHAIR,
          "tonghop", Role.ANALYST,
          "tonghop2", Role.ANALYST,
          "quantri", Role.ADMINISTRATOR);

  /// Numbers of names: members of teams from 0 on, offices and mediators behind them.
  private static final int FIRST_OFFICE = 16_000;

  private static final int FIRST_MEDIATOR = 24_000;

  /// Of a hundred.
  private static final int WOMEN = 12;

  private final SyntheticRandom invention;
  private final SyntheticNames names;

  SyntheticPeople(SyntheticRandom invention) {
    this.invention = invention;
    this.names = new SyntheticNames(invention);
  }

  private static Map<String, Role> offices() {
    Map<String, Role> offices = new LinkedHashMap<>();
    offices.put("canbo1", Role.COMMUNITY_OFFICER);
    offices.put("canbo2", Role.COMMUNITY_OFFICER);
    offices.put("chutich", Role.CHAIR);
    offices.put("trucban", Role.DUTY_OFFICER);
    offices.put("dieutra", Role.INVESTIGATOR);
    offices.put("pheduyet", Role.APPROVER);
    offices.put("tonghop", Role.ANALYST);
    offices.put("mattran", Role.PARTNER);
    offices.put("ccb", Role.PARTNER);
    offices.put("thanhnien", Role.PARTNER);
    offices.put("phunu", Role.PARTNER);
    offices.put("nongdan", Role.PARTNER);
    return offices;
  }

  /// Somebody in a team. The first of three leads it and is the village's head as well; the second
  /// is its deputy and a mediator.
  record Seat(Village village, int seat, String name, boolean woman) {
    String username() {
      return "to" + (seat + 1) + "." + village.code();
    }
  }

  Seat seat(Village village, int seat) {
    boolean woman = invention.random("seat", village.place(), seat).nextInt(100) < WOMEN;
    return new Seat(village, seat, names.name(village.place() * SEATS + seat, woman), woman);
  }

  String mediator(Village village, int number, boolean woman) {
    return names.name(FIRST_MEDIATOR + village.place() * 2 + number, woman);
  }

  UUID account(String username) {
    return invention.id("account", username);
  }

  UUID office(String office, Commune commune) {
    return account(office + "." + commune.code());
  }

  String officeName(String office, Commune commune) {
    int place = List.copyOf(OFFICES.keySet()).indexOf(office);
    return names.name(FIRST_OFFICE + commune.place() * OFFICES.size() + place, place % 3 == 2);
  }

  /// One of the two officers of a commune.
  UUID officer(Commune commune, SplittableRandom random) {
    return office(random.nextInt(3) == 0 ? "canbo2" : "canbo1", commune);
  }

  List<SyntheticAccount> members(List<Village> villages) {
    List<SyntheticAccount> accounts = new ArrayList<>();
    for (Village village : villages) {
      for (int i = 0; i < SEATS; i++) {
        Seat seat = seat(village, i);
        Set<Role> roles =
            switch (i) {
              case 0 -> Set.of(Role.TEAM_LEADER, Role.VILLAGE_HEAD);
              case 1 -> Set.of(Role.TEAM_MEMBER, Role.MEDIATOR);
              default -> Set.of(Role.TEAM_MEMBER);
            };
        accounts.add(
            new SyntheticAccount(
                account(seat.username()),
                seat.username(),
                seat.name(),
                roles,
                village.area().id()));
      }
    }
    return accounts;
  }

  List<SyntheticAccount> officials(List<Commune> communes, UUID province, String provinceCode) {
    List<SyntheticAccount> accounts = new ArrayList<>();
    for (Commune commune : communes) {
      OFFICES.forEach((office, role) -> {
        String username = office + "." + commune.code();
        accounts.add(
            new SyntheticAccount(
                account(username),
                username,
                officeName(office, commune),
                Set.of(role),
                commune.area().id()));
      });
    }
    List<String> offices = OF_PROVINCE.keySet().stream().sorted().toList();
    for (String office : offices) {
      String username = office + "." + provinceCode;
      accounts.add(
          new SyntheticAccount(
              account(username),
              username,
              names.name(FIRST_MEDIATOR - 1 - offices.indexOf(office), false),
              Set.of(OF_PROVINCE.getOrDefault(office, Role.ANALYST)),
              province));
    }
    return accounts;
  }
}
