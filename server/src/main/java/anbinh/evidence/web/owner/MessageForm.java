package anbinh.evidence.web.owner;

import anbinh.evidence.message.Channel;
import anbinh.evidence.request.form.FieldReader;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// By which way an owner gets a link, as it was sent.
///
/// @param channel a [Channel]
/// @param language of the message: vi, en or ar
record MessageForm(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String channel,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String language) {
  record Requested(Channel channel, Locale language) {}

  /// @throws anbinh.platform.Problem that names every wrong field
  Requested read() {
    var fields = new FieldReader();
    Optional<Channel> way = fields.choice("channel", channel, Channel.class);
    Optional<Locale> requested = fields.language("language", language);
    fields.throwProblems();
    return new Requested(way.orElseThrow(), requested.orElseThrow());
  }
}
