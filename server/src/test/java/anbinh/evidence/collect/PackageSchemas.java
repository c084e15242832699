package anbinh.evidence.collect;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// Holds real packages against what `docs/ref/package-format.md` and its schemas say of them: each
/// file has a name that stands there, and each JSON document has the members that stand there and
/// no others.
public final class PackageSchemas {
  static final Path FOLDER = Path.of("..", "docs", "ref", "package");
  static final Path PAGE = Path.of("..", "docs", "ref", "package-format.md");

  /// Documents by the pattern of their path below the package's folder.
  private static final Map<Pattern, String> DOCUMENTS =
      Map.of(
          Pattern.compile("bag/data/(coverage|segments|sightings|record|copy)\\.json"),
          "$1",
          Pattern.compile("seal/seal\\.json"),
          "seal",
          Pattern.compile("seal/seal\\.leaf"),
          "leaf",
          Pattern.compile("seal/(requested|decided|segments/[0-9]+|receipt-[0-9]+\\.event)\\.json"),
          "event",
          Pattern.compile("seal/receipt-[0-9]+\\.json"),
          "receipt");

  private static final Pattern OTHERS =
      Pattern.compile(
          "bag/(bag-info|bagit|(tag)?manifest-sha(256|512))\\.txt"
              + "|bag/data/(clips|player)/[^/]+\\.mp4|bag/data/stills/[^/]+\\.jpg"
              + "|bag/data/given/[^/]+|bag/data/copy/[^/]+_(redacted|court)\\.mp4"
              + "|bag/data/master/(clips|given)/[^/]+"
              + "|bag/data/(boxes\\.txt|certificate\\.pem|record\\.html)"
              + "|bag/data/(record|sheet)\\.(vi|en|ar)\\.pdf"
              + "|seal/(checkpoint|vkey|VERIFY\\.md|policy|seal\\.p7s|seal\\.tsr|tsa-chain\\.pem)"
              + "|seal/seal\\.leaf\\.(tlog-proof|spicy)|seal/minute\\.(vi|en|ar)\\.pdf"
              + "|seal/(requested|decided|segments/[0-9]+|receipt-[0-9]+\\.event)\\.json\\.tlog-proof"
              + "|seal/receipt-[0-9]+\\.(p7s|scan\\.(pdf|jpg|png))");

  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private PackageSchemas() {}

  /// Fails when a package has a file or a member that the page does not name, or lacks one.
  public static void assertDocumented(Path zip) throws IOException {
    assertDocumented(Files.readAllBytes(zip));
  }

  public static void assertDocumented(byte[] zip) throws IOException {
    try (var archive = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
        String path = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Optional<String> schema = find(path);
        if (schema.isPresent()) {
          String text = new String(archive.readAllBytes(), StandardCharsets.UTF_8);
          assertThat(errors(schema.get(), text)).as("%s: %s", path, text).isEmpty();
        } else {
          assertThat(path).as("a file that the page names").matches(OTHERS);
        }
      }
    }
  }

  private static Optional<String> find(String path) {
    return DOCUMENTS.entrySet().stream()
        .filter(document -> document.getKey().matcher(path).matches())
        .map(document -> document.getKey().matcher(path).replaceFirst(document.getValue()))
        .findFirst();
  }

  static List<String> errors(String schema, String document) {
    return schema(schema).validate(document, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }

  private static Schema schema(String name) {
    return SCHEMAS.computeIfAbsent(
        name,
        _ -> {
          try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve(name + ".schema.json")));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
