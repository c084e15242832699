package anbinh.demo.province;

import anbinh.cameras.Camera;
import anbinh.cameras.CameraKind;
import anbinh.cameras.Consent;
import anbinh.cameras.OwnerKind;
import anbinh.cameras.store.CameraRecords;
import anbinh.cameras.store.CameraTable;
import anbinh.cameras.store.Cameras;
import anbinh.platform.Site;
import anbinh.platform.sql.ShortCodes;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Fills a demonstration with cameras of the police that are in the register and not recorded, so
/// that nobody connects to them. Safe for many threads.
@Component
class CameraHistorySeeder {
  /// Of documentation (RFC 5737 §3); nothing can be there.
  private static final URI NOWHERE = URI.create("rtsp://192.0.2.1/none");

  private static final int KEEP_DAYS = 30;

  private final CameraTable table;
  private final CameraRecords records;
  private final ShortCodes codes;
  private final Site site;

  CameraHistorySeeder(CameraTable table, CameraRecords records, ShortCodes codes, Site site) {
    this.table = table;
    this.records = records;
    this.codes = codes;
    this.site = site;
  }

  /// A camera that is made up.
  public record SyntheticCamera(UUID id, String name, UUID areaId) {}

  /// Adds cameras, all or, where the first is there, none.
  ///
  /// @param since when they came into the register
  /// @return how many were added
  @Transactional
  public int add(List<SyntheticCamera> invented, Instant since) {
    site.requireDemonstration();
    if (invented.isEmpty() || table.find(invented.getFirst().id()).isPresent()) {
      return 0;
    }
    List<String> given = codes.next(Cameras.CODE_PREFIX, invented.size());
    List<CameraTable.New> rows = new ArrayList<>();
    for (int i = 0; i < invented.size(); i++) {
      SyntheticCamera each = invented.get(i);
      rows.add(
          new CameraTable.New(
              new Camera(
                  each.id(),
                  given.get(i),
                  CameraKind.CONNECTED,
                  null,
                  each.name(),
                  each.areaId(),
                  OwnerKind.POLICE,
                  Consent.NONE,
                  NOWHERE,
                  null,
                  true,
                  false,
                  KEEP_DAYS,
                  null,
                  false),
              null));
    }
    table.insert(rows, since);
    records.record(invented.stream().map(SyntheticCamera::id).toList());
    return rows.size();
  }
}
