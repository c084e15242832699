package anbinh.programme.activity;

import anbinh.programme.PartnerKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something that was done in a programme, in one of its versions.
///
/// @param communeId in whose part it was done; null of the commune that keeps the programme
/// @param partners which organisations took part
/// @param attended how many people came, in all
/// @param women of them; null where nobody counted, as with the young
/// @param youth of them
/// @param outcome what came of it, without names of people
/// @param reason why it was corrected; null of the first version
/// @param first who took it down, and when; what follows are corrections
public record ProgrammeActivity(
    UUID id,
    int version,
    UUID programmeId,
    @Nullable UUID communeId,
    LocalDate on,
    String what,
    String place,
    List<PartnerKind> partners,
    int attended,
    @Nullable Integer women,
    @Nullable Integer youth,
    @Nullable String outcome,
    @Nullable String reason,
    UUID enteredBy,
    Instant enteredAt,
    Entry first) {
  public ProgrammeActivity {
    partners = List.copyOf(partners);
  }

  /// Who entered something, and when.
  public record Entry(UUID by, Instant at) {}
}
