package anbinh.team.imports;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of teams.
@Component
class TeamVocabulary extends SheetVocabulary<TeamColumn> {
  TeamVocabulary(Messages messages) {
    super(messages, "team-list", TeamColumn.class);
  }
}
