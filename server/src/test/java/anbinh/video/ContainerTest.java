package anbinh.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContainerTest {
  @Test
  void knowsFilesByTheirBeginning() {
    assertThat(Container.of(head("\0\0\0\u0018ftypisom"))).contains(Container.MP4);
    assertThat(Container.of(head("\0\0\0\u0014ftypqt  "))).contains(Container.MP4);
    assertThat(Container.of(head("\0\0\0\u0008wide\0\0"))).contains(Container.MP4);
    assertThat(Container.of(head("RIFF\1\1\1\1AVI LIST"))).contains(Container.AVI);
    assertThat(Container.of(head("\u001aE\u00df\u00a3"))).contains(Container.MATROSKA);
    assertThat(Container.of(head("\0\0\1\u00ba"))).contains(Container.MPEG_PS);
    assertThat(Container.of(head("DHAV\u00fd\0"))).contains(Container.DAV);
    assertThat(Container.of(head("IMKH\1\1"))).contains(Container.HIKVISION);
    assertThat(Container.of(head("\u00ff\u00d8\u00ff\u00e0"))).contains(Container.JPEG);
    assertThat(Container.of(head("\u0089PNG\r\n\u001a\n"))).contains(Container.PNG);
    assertThat(Container.of(head("\0\0\0\u0018ftypheic"))).contains(Container.HEIF);
    assertThat(Container.of(packets(188, 0))).contains(Container.MPEG_TS);
    assertThat(Container.of(packets(192, 4))).contains(Container.MPEG_TS);
  }

  @Test
  void knowsNothingElse() {
    for (String other :
        new String[] {
          "",
          "G",
          "GGG",
          "%PDF-1.7",
          "<!DOCTYPE html>",
          "PK\3\4",
          "MZ",
          "#EXTM3U",
          "ffconcat",
          "\u007fELF",
          "RIFF\1\1\1\1WAVE",
          "\0\0\0\u0018"
        }) {
      assertThat(Container.of(head(other))).as(other).isEmpty();
    }
    byte[] torn = packets(188, 0);
    torn[376] = 0;
    assertThat(Container.of(torn)).isEmpty();
  }

  private static byte[] head(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static byte[] packets(int length, int first) {
    byte[] head = new byte[Container.HEAD_BYTES];
    Arrays.fill(head, (byte) 1);
    for (int at = first; at < head.length; at += length) {
      head[at] = 0x47;
    }
    return head;
  }
}
