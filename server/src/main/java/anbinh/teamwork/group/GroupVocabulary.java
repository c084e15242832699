package anbinh.teamwork.group;

import anbinh.platform.Messages;
import anbinh.platform.sheet.SheetVocabulary;
import org.springframework.stereotype.Component;

/// The words of lists of groups of households.
@Component
class GroupVocabulary extends SheetVocabulary<GroupColumn> {
  GroupVocabulary(Messages messages) {
    super(messages, "group-list", GroupColumn.class);
  }
}
