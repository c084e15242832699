package anbinh.standard.criteria;

import anbinh.standard.StandardThreshold;
import anbinh.standard.UnitKind;
import java.util.List;

/// What articles 5.1, 9.1 and 9.2 ask for; RequirementsTest and StandardIT read the real rows.
public final class FakeRequirements extends Requirements {
  @SuppressWarnings("NullAway") // there is no table
  public FakeRequirements() {
    super(null);
  }

  @Override
  public List<StandardThreshold> thresholds(UnitKind kind) {
    return switch (kind) {
      case RESIDENTIAL_AREA -> List.of(threshold(StandardThreshold.Code.ALL_REGISTERED));
      case AGENCY, ENTERPRISE, SCHOOL -> List.of(threshold(StandardThreshold.Code.ALL_BRIEFED));
      case COMMUNE -> List.of();
    };
  }

  private static StandardThreshold threshold(StandardThreshold.Code code) {
    return new StandardThreshold("4.1", code, 100, null, "Điều 4", "100%");
  }

  @Override
  public List<StandardDocument> documents(UnitKind kind) {
    var resolution =
        new StandardDocument(
            StandardDocument.Code.RESOLUTION, kind != UnitKind.COMMUNE, "Điều 5 khoản 1", "");
    return kind == UnitKind.RESIDENTIAL_AREA
        ? List.of(resolution)
        : List.of(
            resolution,
            new StandardDocument(StandardDocument.Code.PLAN, false, "Điều 9 khoản 2 điểm a", ""));
  }

  @Override
  public List<StandardParticipant> participants(UnitKind kind) {
    return switch (kind) {
      case COMMUNE -> List.of();
      case RESIDENTIAL_AREA ->
          List.of(
              participant(StandardParticipant.Code.PARTY_ORGANISATION, false),
              participant(StandardParticipant.Code.FRONT, false),
              participant(StandardParticipant.Code.MASS_ORGANISATIONS, true),
              participant(StandardParticipant.Code.POLICE, false));
      case AGENCY, ENTERPRISE, SCHOOL ->
          List.of(
              participant(StandardParticipant.Code.GUARDS, true),
              participant(StandardParticipant.Code.SUPERIOR, false));
    };
  }

  private static StandardParticipant participant(
      StandardParticipant.Code code, boolean conditional) {
    return new StandardParticipant(code, conditional, "Điều 9 khoản 1", "");
  }
}
