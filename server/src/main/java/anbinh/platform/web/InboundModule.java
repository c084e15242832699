package anbinh.platform.web;

import anbinh.platform.Inbound;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.module.SimpleModule;

/// Reads text, instants, days and identifiers of JSON as [Inbound] has it, and from JSON strings
/// only.
final class InboundModule extends SimpleModule {
  InboundModule() {
    super("inbound");
    addDeserializer(
        String.class,
        new FromText<>(String.class, text -> Optional.of(text).filter(Inbound::isPlain)));
    addDeserializer(Instant.class, new FromText<>(Instant.class, Inbound::instant));
    addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Inbound::date));
    addDeserializer(UUID.class, new FromText<>(UUID.class, Inbound::id));
  }

  private static final class FromText<T> extends StdScalarDeserializer<T> {
    private final Class<T> type;
    private final transient Function<String, Optional<T>> reader;

    FromText(Class<T> type, Function<String, Optional<T>> reader) {
      super(type);
      this.type = type;
      this.reader = reader;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(type, json);
      }
      String text = json.getString();
      return reader
          .apply(text)
          .orElseThrow(() -> context.weirdStringException(text, type, "is not of the right form"));
    }
  }
}
