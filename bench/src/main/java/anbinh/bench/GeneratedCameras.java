package anbinh.bench;

import java.util.Locale;
import java.util.Random;

/// A made-up register of a province's size, as a list (CSV): every camera is named as generated.
/// Most stand in towns, close together; of many the register does not know all, as in real life.
final class GeneratedCameras {
  static final int COMMUNES = 166;

  private static final int TOWNS = 600;
  private static final double TOWN_DEGREES = 0.006;
  private static final double SOUTH = 19.3;
  private static final double WEST = 104.4;
  private static final double HEIGHT = 1.3;
  private static final double WIDTH = 1.7;
  private static final String[] OWNERS = {"BUSINESS", "HOUSEHOLD", "SCHOOL", "RESIDENTIAL_GROUP"};

  private final Random random;
  private final double[] townLatitudes = new double[TOWNS];
  private final double[] townLongitudes = new double[TOWNS];

  GeneratedCameras(long seed) {
    this.random = new Random(seed);
    for (int town = 0; town < TOWNS; town++) {
      townLatitudes[town] = SOUTH + random.nextDouble() * HEIGHT;
      townLongitudes[town] = WEST + random.nextDouble() * WIDTH;
    }
  }

  /// @param count of all cameras
  /// @param connected how many of them are recorded here
  String list(int count, int connected) {
    var list =
        new StringBuilder(
            "reference,name,area,kind,owner_kind,owner_name,owner_phone,latitude,longitude,"
                + "direction,angle,range,keep_days,consent_on,consent_form,address\n");
    for (int number = 0; number < count; number++) {
      row(list, number, number < connected);
    }
    return list.toString();
  }

  private void row(StringBuilder list, int number, boolean connected) {
    int town = random.nextInt(TOWNS);
    boolean inTown = random.nextInt(10) < 8;
    double latitude =
        inTown
            ? townLatitudes[town] + random.nextGaussian() * TOWN_DEGREES
            : SOUTH + random.nextDouble() * HEIGHT;
    double longitude =
        inTown
            ? townLongitudes[town] + random.nextGaussian() * TOWN_DEGREES
            : WEST + random.nextDouble() * WIDTH;
    boolean consented = !connected && random.nextInt(10) < 6;
    list.append(
        String.format(
            Locale.ROOT,
            "G-%d,Generated camera %d,X-%03d,%s,%s,%s,%s,%.6f,%.6f,%s,%s,%s,%d,%s,%s,%s%n",
            number,
            number,
            town % COMMUNES,
            connected ? "CONNECTED" : "COMMUNITY",
            connected ? "POLICE" : OWNERS[random.nextInt(OWNERS.length)],
            connected ? "" : "Generated owner " + number,
            connected ? "" : "0000000000",
            latitude,
            longitude,
            known(8) ? random.nextInt(360) : "",
            known(7) ? 60 + random.nextInt(61) : "",
            known(7) ? 20 + random.nextInt(101) : "",
            3 + random.nextInt(28),
            consented ? "2026-01-02" : "",
            consented ? "PAPER" : "",
            connected ? "rtsp://127.0.0.1:9/generated-" + number : ""));
  }

  private boolean known(int ofTen) {
    return random.nextInt(10) < ofTen;
  }
}
