package anbinh.seal.mp4;

import anbinh.seal.FormatProblem;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the signatures of a file-level `meta` box, strictly: every box lies within its parent, and
/// each signing instance has one signature and one certificate.
final class ExportMeta {
  private static final int HEAD_BYTES = 8;
  private static final int FULL_HEAD_BYTES = 12;
  private static final int PROTECTION_HEAD_BYTES = 14;
  private static final int MAX_SIGNATURES = 32;
  private static final int SCHEME = 0x6F65_6666;

  private ExportMeta() {}

  /// One signing instance.
  ///
  /// @param metaAsSigned the whole `meta` box as it was when it was signed
  record Signed(ByteBuffer signature, ByteBuffer certificate, ByteBuffer metaAsSigned) {}

  /// A box by its place in the bytes.
  private record Part(String type, int start, int end) {
    int size() {
      return end - start;
    }
  }

  static List<Signed> read(byte[] meta) {
    List<Part> protection = named(parts(meta, FULL_HEAD_BYTES, meta.length), "ipro");
    if (protection.isEmpty()) {
      return List.of();
    }
    if (protection.size() > 1) {
      throw new FormatProblem("a file has one item protection box");
    }
    Part ipro = protection.getFirst();
    List<Part> instances =
        named(parts(meta, ipro.start() + PROTECTION_HEAD_BYTES, ipro.end()), "sinf").stream()
            .filter(instance -> isExport(meta, instance))
            .toList();
    if (instances.size() > MAX_SIGNATURES) {
      throw new FormatProblem("more than " + MAX_SIGNATURES + " signatures");
    }
    List<Signed> signed = new ArrayList<>();
    for (int index = 0; index < instances.size(); index++) {
      signed.add(
          signed(meta, ipro, instances.get(index), instances.subList(index + 1, instances.size())));
    }
    return signed;
  }

  private static boolean isExport(byte[] meta, Part instance) {
    Part scheme = one(meta, instance, "schm");
    return scheme.size() >= FULL_HEAD_BYTES + 8
        && ByteBuffer.wrap(meta).getInt(scheme.start() + FULL_HEAD_BYTES) == SCHEME;
  }

  private static Signed signed(byte[] meta, Part ipro, Part instance, List<Part> later) {
    Part information = one(meta, instance, "schi");
    Part signature = one(meta, information, "sibo");
    Part certificate = one(meta, information, "cert");
    if (!named(parts(meta, information.start() + HEAD_BYTES, information.end()), "sigC")
        .isEmpty()) {
      throw new FormatProblem("a signature of another kind than the format's default");
    }
    byte[] before = meta.clone();
    Arrays.fill(before, signature.start() + HEAD_BYTES, signature.end(), (byte) 0);
    int removed = later.stream().mapToInt(Part::size).sum();
    ByteBuffer sizes = ByteBuffer.wrap(before);
    sizes.putInt(0, meta.length - removed);
    sizes.putInt(ipro.start(), ipro.size() - removed);
    var kept = new ByteArrayOutputStream();
    int at = 0;
    for (Part part : later) {
      kept.write(before, at, part.start() - at);
      at = part.end();
    }
    kept.write(before, at, before.length - at);
    return new Signed(
        content(meta, signature),
        content(meta, certificate),
        ByteBuffer.wrap(kept.toByteArray()).asReadOnlyBuffer());
  }

  private static ByteBuffer content(byte[] meta, Part part) {
    int start = part.start() + HEAD_BYTES;
    return ByteBuffer.wrap(Arrays.copyOfRange(meta, start, part.end())).asReadOnlyBuffer();
  }

  private static Part one(byte[] meta, Part parent, String type) {
    List<Part> found = named(parts(meta, parent.start() + HEAD_BYTES, parent.end()), type);
    if (found.size() != 1) {
      throw new FormatProblem("a box " + parent.type() + " holds one box " + type);
    }
    return found.getFirst();
  }

  private static List<Part> named(List<Part> parts, String type) {
    return parts.stream().filter(part -> part.type().equals(type)).toList();
  }

  private static List<Part> parts(byte[] meta, int from, int to) {
    List<Part> parts = new ArrayList<>();
    ByteBuffer source = ByteBuffer.wrap(meta);
    int at = from;
    while (at < to) {
      long size = to - at < HEAD_BYTES ? 0 : source.getInt(at) & 0xffff_ffffL;
      if (size < HEAD_BYTES || size > to - at) {
        throw new FormatProblem("a box of the export does not lie within its parent");
      }
      String type = new String(meta, at + 4, 4, StandardCharsets.ISO_8859_1);
      parts.add(new Part(type, at, at + (int) size));
      at += (int) size;
    }
    if (at != to) {
      throw new FormatProblem("a box of the export is cut short");
    }
    return parts;
  }
}
