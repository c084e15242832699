package anbinh.bench;

import anbinh.seal.json.Json;
import anbinh.seal.log.Leaf;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/// Leaves as the server logs them when somebody looks at a recording, each unlike any other.
final class Leaves {
  private static final String EVENT = new UUID(0x0199_0000_0000_7000L, 0).toString();
  private static final int DIGITS = 12;

  private final byte[] template;
  private final int digitsAt;
  private long next;

  Leaves() {
    var leaf =
        new Leaf(
            "recording.watched",
            Instant.parse("2026-11-25T08:15:30.123Z"),
            null,
            new UUID(0x7f3a_91bc_4d5e_4f60L, 0x9a7b_1c2d_3e4f_5061L).toString(),
            new UUID(0x0199_aaaa_bbbb_7cccL, 0x8ddd_eeee_ffff_0001L).toString(),
            null,
            null,
            Map.of(
                "event", Json.of(EVENT),
                "kind", Json.of("camera"),
                "from", Json.of("2026-11-25T07:00:00Z"),
                "to", Json.of("2026-11-25T07:10:00Z")));
    this.template = leaf.canonical();
    String text = new String(template, StandardCharsets.UTF_8);
    this.digitsAt = text.indexOf(EVENT) + EVENT.length() - DIGITS;
  }

  byte[] next() {
    byte[] leaf = template.clone();
    byte[] digits = HexFormat.of().toHexDigits(next++, DIGITS).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, leaf, digitsAt, DIGITS);
    return leaf;
  }
}
