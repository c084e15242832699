package anbinh.evidence.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The closed list of legal bases, each in force for some time; title and article are texts.
///
/// Sources: Criminal Procedure Code 101/2015/QH13 art. 88, 99, 107 and 145; Law 30/2023/QH15 art.
/// 7; Law 91/2025/QH15 art. 32.
public enum LegalBasis {
  /// Collecting evidence: the competent bodies may require electronic data.
  CPC_2015_ART_88("2018-01-01", null),
  /// Electronic data as a source of evidence.
  CPC_2015_ART_99("2018-01-01", null),
  /// Collecting electronic media and data: described truly and sealed at once.
  CPC_2015_ART_107("2018-01-01", null),
  /// Receiving and settling reports of crimes.
  CPC_2015_ART_145("2018-01-01", null),
  /// The grassroots force helps the commune police learn of violations.
  LAW_30_2023_ART_7("2024-07-01", null),
  /// Recordings of public places for security, social order and safety.
  LAW_91_2025_ART_32("2026-01-01", null);

  private final LocalDate inForceFrom;
  private final @Nullable LocalDate inForceUntil;

  LegalBasis(String inForceFrom, @Nullable String inForceUntil) {
    this.inForceFrom = LocalDate.parse(inForceFrom);
    this.inForceUntil = inForceUntil == null ? null : LocalDate.parse(inForceUntil);
  }

  public boolean inForce(LocalDate day) {
    return !day.isBefore(inForceFrom) && (inForceUntil == null || !day.isAfter(inForceUntil));
  }

  public static List<LegalBasis> inForceOn(LocalDate day) {
    return Arrays.stream(values()).filter(basis -> basis.inForce(day)).toList();
  }
}
