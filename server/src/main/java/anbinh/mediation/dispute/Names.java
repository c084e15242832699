package anbinh.mediation.dispute;

import anbinh.mediation.dispute.MediationContent.MediationParty;
import anbinh.platform.FoldedText;
import java.util.List;

/// Whether a mediator bears the name of a party, and may be them: who took a name down may have
/// left its accents out, so they do not count. A namesake who is somebody else loses one mediation;
/// a party who mediates their own quarrel would lose all of them.
final class Names {
  private Names() {}

  static boolean anyIs(List<MediationParty> parties, String mediator) {
    String name = FoldedText.words(mediator);
    return parties.stream().anyMatch(each -> FoldedText.words(each.name()).equals(name));
  }
}
