package anbinh.cases.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is needed to record somebody in a case. Never printed.
record NewParty(
    @NotNull PartyRole role,
    @NotNull Boolean child,
    @NotBlank @Size(max = 120) String name,
    @Nullable @Size(max = 300) String contact,
    @NotBlank @Size(max = NewBasis.MAX_LENGTH) String document,
    @NotBlank @Size(max = NewBasis.MAX_LENGTH) String article,
    @NotNull LocalDate from,
    @NotNull LocalDate until) {
  Content content() {
    String reach = contact == null ? "" : contact.strip();
    return new Content(
        name.strip(), reach.isEmpty() ? null : reach, document.strip(), article.strip());
  }

  @Override
  public String toString() {
    return "NewParty[…]";
  }
}
