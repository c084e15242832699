package anbinh.evidence.collect.footage;

import anbinh.seal.log.EventRecord;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How the JSON of a package's payload is written: indented, in the order of a record's components
/// and of nothing else, times in UTC with milliseconds as in the log's records.
public final class PackageJson {
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
          .addModule(new SimpleModule().addSerializer(new Times()))
          .build();

  private PackageJson() {}

  public static String write(Object document) {
    return MAPPER.writeValueAsString(document) + "\n";
  }

  private static final class Times extends StdSerializer<Instant> {
    Times() {
      super(Instant.class);
    }

    @Override
    public void serialize(Instant time, JsonGenerator out, SerializationContext context) {
      out.writeString(EventRecord.formatTime(time));
    }
  }
}
