package anbinh.team.roster;

/// How old somebody is, in years.
enum AgeGroup {
  UNDER_30(0, 29),
  FROM_30(30, 44),
  FROM_45(45, 59),
  FROM_60(60, 70),
  OVER_70(71, 200);

  private final int least;
  private final int most;

  AgeGroup(int least, int most) {
    this.least = least;
    this.most = most;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }
}
