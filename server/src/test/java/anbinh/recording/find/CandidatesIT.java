package anbinh.recording.find;

import static org.assertj.core.api.Assertions.assertThat;

import anbinh.areas.Area;
import anbinh.areas.AreaKind;
import anbinh.areas.NewArea;
import anbinh.areas.unit.Areas;
import anbinh.cameras.Camera;
import anbinh.cameras.NewCamera;
import anbinh.cameras.NewCommunityCamera;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.Sector;
import anbinh.cameras.store.Cameras;
import anbinh.cameras.view.FieldsOfView;
import anbinh.identity.AreaScope;
import anbinh.identity.Role;
import anbinh.recording.Span;
import anbinh.testing.TestClient;
import anbinh.testing.TestClient.Answer;
import anbinh.testing.TestServer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Finding cameras by place and time, on the real tables and index.
class CandidatesIT {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  private static final double LATITUDE = 19.8067;
  private static final double LONGITUDE = 105.7764;
  private final Instant noon = Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(7_200);

  private static Area commune = new Area(new UUID(0, 0), "", "", AreaKind.COMMUNE, null);
  private static Area neighbour = commune;
  private static TestClient investigator = SERVER.client();

  @BeforeAll
  static void people() {
    Areas areas = SERVER.bean(Areas.class);
    commune = areas.create(new NewArea("C-1", "Xã Bá Thước", AreaKind.COMMUNE, null), null);
    neighbour = areas.create(new NewArea("C-2", "Phường Hạc Thành", AreaKind.COMMUNE, null), null);
    SERVER.person("investigator", commune.id(), Role.INVESTIGATOR);
    investigator = SERVER.signedIn("investigator");
  }

  /// A camera so many metres east of the place, at `latitude`, that looks west.
  private static Camera.Place east(double latitude, double metres) {
    return new Camera.Place(
        latitude, LONGITUDE + Sector.longitudeDegrees(metres, latitude), 270, 60, 50);
  }

  private static Camera connected(Area area, Camera.@Nullable Place place) {
    return SERVER
        .bean(Cameras.class)
        .add(
            new NewCamera(
                "Cổng chợ", area.id(), "rtsp://127.0.0.1:9/x", null, null, false, 30, place, true),
            null);
  }

  private static Camera community(Camera.Place place, int keepDays) {
    return SERVER
        .bean(Cameras.class)
        .add(
            new NewCommunityCamera(
                "Nhà dân", commune.id(), null, OwnerKind.HOUSEHOLD, keepDays, place, true),
            null);
  }

  private static void record(Camera camera, Instant from, Instant to) {
    SERVER
        .database()
        .client()
        .sql(
            """
            insert into recording.segment (id, camera_id, file, start_at, end_at, duration_ticks,
              size_bytes, frames, sha256, sample_index, codec, codecs, width, height,
              reorder_depth, parameter_sets, ended, follows, start_error_nanos, stretch_nanos,
              time_source, camera_rate_ppm, damaged_frames, event_id)
            values (:id, :camera, :file, :from, :to, 0, 0, 0, decode(repeat('00', 32), 'hex'), '',
              'H264', '', 0, 0, 0, '{}', 'CLOSED', false, 0, 0, 'CAMERA_TIMESTAMPS',
              1000000, 0, :id)
            """)
        .param("id", UUID.randomUUID())
        .param("camera", camera.id())
        .param("file", UUID.randomUUID().toString())
        .param("from", OffsetDateTime.ofInstant(from, ZoneOffset.UTC))
        .param("to", OffsetDateTime.ofInstant(to, ZoneOffset.UTC))
        .update();
  }

  private static JsonNode search(double latitude, Instant from, Instant to) {
    Answer answer =
        investigator.get(
            "/api/cameras/candidates?latitude=%s&longitude=%s&from=%s&to=%s"
                .formatted(latitude, LONGITUDE, from, to));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> texts(JsonNode list, String name) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.path(name).asString()));
    return texts;
  }

  @Test
  void ranksByFootageAndViewAndSaysWhy() {
    Camera recorded = connected(commune, east(LATITUDE, 10));
    record(recorded, noon.minusSeconds(30), noon.plusSeconds(30));
    record(recorded, noon.plusSeconds(30), noon.plusSeconds(90));
    Camera half = connected(commune, east(LATITUDE, 11));
    record(half, noon.plusSeconds(30), noon.plusSeconds(90));
    record(half, noon.minusSeconds(5_000), noon.minusSeconds(4_940));
    Camera silent = connected(commune, east(LATITUDE, 12));
    Camera shop = community(east(LATITUDE, 10), 30);
    Camera old = community(east(LATITUDE, 10), 1);
    connected(commune, east(LATITUDE, -20)); // East of it, looking away.
    connected(commune, east(LATITUDE, 80)); // Too far.
    connected(commune, null);
    Camera elsewhere = connected(neighbour, east(LATITUDE, 10));

    JsonNode found = search(LATITUDE, noon, noon.plusSeconds(60));
    assertThat(texts(found.path("items"), "code"))
        .startsWith(recorded.code(), shop.code())
        .contains(half.code(), silent.code(), old.code())
        .doesNotContain(elsewhere.code())
        .hasSize(5);
    assertThat(found.path("total").asInt()).isEqualTo(5);
    JsonNode best = found.path("items").get(0);
    assertThat(best.path("footage").path("state").asString()).isEqualTo("RECORDED");
    assertThat(best.path("footage").path("availableMillis").asLong()).isEqualTo(60_000);
    assertThat(best.path("distanceMetres").asDouble()).isBetween(9.9, 10.1);
    assertThat(best.path("reasons").toString()).contains("RECORDED", "IN_THE_MIDDLE", "NEAR");
    found
        .path("items")
        .forEach(item -> {
          String state = item.path("footage").path("state").asString();
          String code = item.path("code").asString();
          if (code.equals(half.code())) {
            assertThat(state).isEqualTo("PARTLY_RECORDED");
            assertThat(item.path("footage").path("availableMillis").asLong()).isEqualTo(30_000);
          } else if (code.equals(silent.code())) {
            assertThat(state).isEqualTo("NOT_RECORDED");
            assertThat(item.path("score").asInt()).isZero();
          } else if (code.equals(shop.code())) {
            assertThat(state).isEqualTo("KEPT");
            assertThat(item.path("reasons").toString()).contains("CONSENT_MISSING");
          }
        });
    JsonNode longAgo = search(LATITUDE, noon.minusSeconds(172_800), noon.minusSeconds(172_740));
    longAgo
        .path("items")
        .forEach(item -> {
          if (item.path("code").asString().equals(old.code())) {
            assertThat(item.path("footage").path("state").asString()).isEqualTo("OVERWRITTEN");
          }
        });
    assertThat(
            SERVER
                .database()
                .client()
                .sql("select convert_from(record, 'UTF8') from audit.event where type = ?")
                .param("cameras.sought")
                .query(String.class)
                .list())
        .isNotEmpty()
        .allSatisfy(leaf -> assertThat(leaf).doesNotContain("19.80"));
  }

  @Test
  void refusesWhatIsNoPlaceOrNoTime() {
    String time = "&from=" + noon + "&to=" + noon.plusSeconds(60);
    for (String latitude : List.of("NaN", "91", "-90.1", "Infinity")) {
      assertThat(
              investigator
                  .get("/api/cameras/candidates?longitude=1&latitude=" + latitude + time)
                  .text())
          .contains("\"field\":\"latitude\"");
    }
    assertThat(investigator.get("/api/cameras/candidates?latitude=1" + time).text())
        .contains("\"field\":\"longitude\"", "required");
    String here = "/api/cameras/candidates?latitude=1&longitude=1";
    assertThat(investigator.get(here + "&from=" + noon + "&to=" + noon).text())
        .contains("\"field\":\"to\"");
    assertThat(investigator.get(here + "&from=2150-01-01T00:00:00Z&to=2150-01-01T00:01:00Z").text())
        .contains("\"field\":\"from\"", "past-or-present");
    assertThat(investigator.get(here + "&from=2026-01-01T00:00:00Z&to=2026-01-03T00:00:00Z").code())
        .isEqualTo("span-too-long");
  }

  /// The index leaves out nothing that looking at every camera finds.
  @Test
  void theIndexFindsWhatLookingAtEveryCameraFinds() {
    long seed = 20_261_125;
    var random = new Random(seed);
    double latitude = 21.5;
    List<Camera> all = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      all.add(
          connected(
              commune,
              new Camera.Place(
                  latitude + (random.nextDouble() - 0.5) / 300,
                  LONGITUDE + (random.nextDouble() - 0.5) / 300,
                  random.nextInt(4) == 0 ? null : random.nextInt(360),
                  random.nextInt(4) == 0 ? null : 1 + random.nextInt(360),
                  random.nextInt(4) == 0 ? null : 1 + random.nextInt(300))));
    }
    FieldsOfView views = SERVER.bean(FieldsOfView.class);
    int found = 0;
    for (int round = 0; round < 100; round++) {
      double placeLatitude = latitude + (random.nextDouble() - 0.5) / 250;
      double placeLongitude = LONGITUDE + (random.nextDouble() - 0.5) / 250;
      Set<String> expected = new TreeSet<>();
      for (Camera camera : all) {
        Sector sector = FieldsOfView.sector(camera.findPlace().orElseThrow());
        if (sector.sight(placeLatitude, placeLongitude).metresOutside()
            <= FieldsOfView.TOLERANCE_METRES) {
          expected.add(camera.code());
        }
      }
      Set<String> seen = new TreeSet<>();
      views
          .of(placeLatitude, placeLongitude, new AreaScope.Everywhere())
          .forEach(one -> seen.add(one.camera().code()));
      assertThat(seen).as("seed %d round %d", seed, round).isEqualTo(expected);
      found += seen.size();
    }
    assertThat(found).isGreaterThan(1_000);
    assertThat(
            SERVER
                .bean(CandidateFinder.class)
                .find(
                    latitude,
                    LONGITUDE,
                    new Span(noon, noon.plusSeconds(1)),
                    new AreaScope.Within(Set.of(neighbour.id()))))
        .isEmpty();
  }
}
