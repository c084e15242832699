package anbinh.cases.party;

import org.jspecify.annotations.Nullable;

/// Who a party is, how to reach them, and on what legal basis they are recorded. Never printed.
///
/// @param document the number of the decision or report that the record rests on
/// @param article the article of the law that allows it
record Content(String name, @Nullable String contact, String document, String article) {
  Content with(String otherDocument, String otherArticle) {
    return new Content(name, contact, otherDocument, otherArticle);
  }

  @Override
  public String toString() {
    return "Content[…]";
  }
}
