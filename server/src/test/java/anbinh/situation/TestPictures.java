package anbinh.situation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageIO;

/// Small pictures and videos that say where they were made.
public final class TestPictures {
  /// What must not be in a file that was cleaned.
  public static final String PLACE = "+20.3500+105.2400/";

  private TestPictures() {}

  /// A JPEG with an Exif that has an orientation and a place, a comment, and something after its
  /// end.
  public static byte[] jpeg() {
    byte[] plain = picture("jpg");
    var out = new ByteArrayOutputStream();
    out.write(plain, 0, 2);
    segment(out, 0xE1, exif());
    segment(out, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + PLACE).getBytes(US_ASCII));
    segment(out, 0xED, PLACE.getBytes(US_ASCII));
    segment(out, 0xFE, PLACE.getBytes(US_ASCII));
    out.write(plain, 2, plain.length - 2);
    out.writeBytes(PLACE.getBytes(US_ASCII));
    return out.toByteArray();
  }

  private static byte[] exif() {
    byte[] place = PLACE.getBytes(US_ASCII);
    ByteBuffer exif = ByteBuffer.allocate(6 + 8 + 2 + 24 + 4 + place.length);
    exif.put("Exif\0\0".getBytes(US_ASCII)).put("MM".getBytes(US_ASCII));
    exif.putShort((short) 42).putInt(8).putShort((short) 2);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
    exif.putShort((short) 0);
    exif.putShort((short) 0x010E).putShort((short) 2).putInt(place.length).putInt(38);
    exif.putInt(0).put(place);
    return exif.array();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] bytes) {
    out.write(0xFF);
    out.write(marker);
    out.write((bytes.length + 2) >> 8);
    out.write(bytes.length + 2);
    out.writeBytes(bytes);
  }

  /// A PNG with a place in its text.
  public static byte[] png() {
    byte[] plain = picture("png");
    byte[] text = ("Location\0" + PLACE).getBytes(US_ASCII);
    ByteBuffer with = ByteBuffer.allocate(plain.length + text.length + 12);
    with.put(plain, 0, 33).putInt(text.length).put("tEXt".getBytes(US_ASCII)).put(text).putInt(0);
    with.put(plain, 33, plain.length - 33);
    return with.array();
  }

  /// A WebP of one lossless chunk with an Exif; its pixels are nobody's to look at.
  public static byte[] webp() {
    byte[] place = PLACE.getBytes(US_ASCII);
    ByteBuffer webp = ByteBuffer.allocate(12 + 18 + 16 + 8 + place.length);
    webp.order(ByteOrder.LITTLE_ENDIAN);
    webp.put("RIFF".getBytes(US_ASCII)).putInt(webp.capacity() - 8);
    webp.put("WEBP".getBytes(US_ASCII));
    webp.put("VP8X".getBytes(US_ASCII)).putInt(10).put((byte) 0x08).put(new byte[9]);
    webp.put("VP8L".getBytes(US_ASCII)).putInt(8).put(new byte[8]);
    webp.put("EXIF".getBytes(US_ASCII)).putInt(place.length).put(place);
    return webp.array();
  }

  /// An MP4 whose place stands in `udta`, in `meta` and in a box that nobody knows.
  ///
  /// @param handler of its one track, such as `vide`
  public static byte[] mp4(String handler) {
    byte[] place = PLACE.getBytes(US_ASCII);
    byte[] udta = box("udta", box("\u00a9xyz", place));
    byte[] mdia =
        box(
            "mdia",
            box("mdhd", new byte[24]),
            box("hdlr", new byte[8], handler.getBytes(US_ASCII), new byte[12], place),
            box("minf", box("stbl", box("stco", new byte[8]))));
    byte[] moov =
        box(
            "moov",
            box("mvhd", new byte[100]),
            box("trak", box("tkhd", new byte[84]), mdia, udta),
            udta,
            box("meta", place));
    return concat(
        box("ftyp", "isom".getBytes(US_ASCII), new byte[4]),
        moov,
        box("XXXX", place),
        box("free", place),
        box("mdat", new byte[64]));
  }

  private static byte[] box(String type, byte[]... parts) {
    byte[] content = concat(parts);
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(type.getBytes(ISO_8859_1))
        .put(content)
        .array();
  }

  private static byte[] concat(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] picture(String format) {
    try {
      var out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(16, 12, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
