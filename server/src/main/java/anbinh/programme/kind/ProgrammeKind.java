package anbinh.programme.kind;

import anbinh.programme.Indicator;
import anbinh.programme.PartnerKind;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kind of programme in one of its versions.
///
/// @param code of one that comes with the system such as `CLAN`, or `KIND-0001`
/// @param areaId of the office that added it; null of the system or of the whole site
/// @param text null where it stands in the bundles of each language
/// @param partners organisations that usually take part
/// @param indicators what it hopes to move
public record ProgrammeKind(
    UUID id,
    String code,
    boolean builtIn,
    @Nullable UUID areaId,
    int version,
    @Nullable KindText text,
    List<PartnerKind> partners,
    List<Indicator> indicators) {
  public ProgrammeKind {
    partners = List.copyOf(partners);
    indicators = List.copyOf(indicators);
  }

  /// What a kind is called and what a programme of it starts from.
  public record KindText(String name, String goal, List<String> rules, List<String> criteria) {
    public KindText {
      rules = List.copyOf(rules);
      criteria = List.copyOf(criteria);
    }
  }
}
