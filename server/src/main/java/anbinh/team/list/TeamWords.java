package anbinh.team.list;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetWords;
import org.springframework.stereotype.Component;

/// The words of lists of teams.
@Component
class TeamWords extends SheetWords<TeamColumn> {
  TeamWords(Messages messages) {
    super(messages, "team-list", TeamColumn.class);
  }
}
