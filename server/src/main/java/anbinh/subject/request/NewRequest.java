package anbinh.subject.request;

import anbinh.platform.WrittenText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody asked, as it was taken down. Never printed.
record NewRequest(
    @NotNull RequestKind kind,
    @NotNull Channel channel,
    @NotNull UUID areaId,
    @NotNull Instant receivedAt,
    @NotBlank @Size(max = 120) String name,
    @NotBlank @Size(max = 300) String contact,
    @NotBlank @Size(max = 2000) String words,
    @Nullable @Size(max = 300) String place,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable @Size(max = 120) String camera) {
  Content content() {
    return new Content(
        name.strip(),
        contact.strip(),
        words.strip(),
        WrittenText.orNull(place),
        from,
        to,
        WrittenText.orNull(camera),
        null,
        null,
        null);
  }

  @Override
  public String toString() {
    return "NewRequest[…]";
  }
}
