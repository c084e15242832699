package anbinh.media.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import anbinh.media.Bytes;
import anbinh.media.Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A film of ten pictures of a tenth of a second, of which the first and the sixth are key
/// pictures, on a track that counts a thousand in a second.
class VideoPicturesTest {
  private static final String SPS = "674d0029e2900a00b7602dc040406907891150";
  private static final String PPS = "68ee3c80";
  private static final List<Bytes> SETS = List.of(bytes(SPS), bytes(PPS));
  private static final long TENTH = 9000;

  private final VideoPictures film = new VideoPictures(Codec.H264, 1000);

  @Test
  void playsAllOfAFilmWithoutAnEditList() throws Exception {
    add(10, 100);
    List<Picture> pictures = film.source(SETS, Mp4EditList.ALL).pictures();
    assertThat(pictures).hasSize(10);
    assertThat(pictures).extracting(Picture::duration90k).containsOnly(TENTH);
    assertThat(pictures.get(5).key()).isTrue();
  }

  @Test
  void beginsAPartAtTheFirstKeyPictureThatIsShown() throws Exception {
    add(10, 100);
    assertThat(play(new Mp4EditList.Edit.Part(300, 1000))).hasSize(5);
    assertThat(play(new Mp4EditList.Edit.Part(550, 1000))).as("shown for half its time").hasSize(5);
  }

  @Test
  void letsTheLastPictureLastThroughAPauseAndAHole() throws Exception {
    add(10, 100);
    List<Picture> pictures =
        play(
            new Mp4EditList.Edit.Part(0, 300),
            new Mp4EditList.Edit.Pause(500),
            new Mp4EditList.Edit.Part(300, 1000));
    assertThat(pictures).hasSize(3 + 5);
    assertThat(pictures.get(2).duration90k()).isEqualTo(TENTH + 5 * TENTH + 2 * TENTH);
    assertThat(pictures.stream().mapToLong(Picture::duration90k).sum()).isEqualTo(15 * TENTH);
  }

  /// As in what ffmpeg copies out of a stream for a moment.
  @Test
  void playsAMomentBetweenKeyPicturesFromTheOneBefore() throws Exception {
    add(10, 100);
    assertThat(play(new Mp4EditList.Edit.Part(200, 400))).hasSize(4);
  }

  @Test
  void givesPicturesWithoutTimesALength() throws Exception {
    add(10, 0);
    assertThat(film.source(SETS, Mp4EditList.ALL).pictures())
        .extracting(Picture::duration90k)
        .containsOnly(3600L);
  }

  @Test
  void readsParameterSetsFromThePicturesWhereTheTrackHasNone() throws Exception {
    ByteBuffer key = ByteBuffer.allocate(64);
    for (String nal : List.of(SPS, PPS, "658880")) {
      key.putInt(nal.length() / 2).put(HexFormat.of().parseHex(nal));
    }
    key.flip();
    film.add(new Mp4Sample(0, key.remaining(), 100, 0, true), key);
    assertThat(film.source(List.of(), Mp4EditList.ALL).format().width()).isEqualTo(1280);
  }

  @Test
  void saysWhyAFilmCannotBePlayed() {
    assertThatThrownBy(() -> film.source(SETS, Mp4EditList.ALL))
        .isInstanceOf(IOException.class)
        .hasMessage("it has no picture at which decoding can start");
    add(10, 100);
    assertThatThrownBy(() -> film.source(List.of(), Mp4EditList.ALL))
        .isInstanceOf(IOException.class)
        .hasMessage("the track's parameter sets cannot be read");
    assertThatThrownBy(() -> play(new Mp4EditList.Edit.Pause(100)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shows no picture");
  }

  private List<Picture> play(Mp4EditList.Edit... edits) throws IOException {
    VideoPictures again = new VideoPictures(Codec.H264, 1000);
    add(again, 10, 100);
    return again.source(SETS, new Mp4EditList(List.of(edits))).pictures();
  }

  private void add(int count, long duration) {
    add(film, count, duration);
  }

  private static void add(VideoPictures film, int count, long duration) {
    for (int i = 0; i < count; i++) {
      boolean key = i % 5 == 0;
      ByteBuffer content =
          ByteBuffer.allocate(7).putInt(3).put((byte) (key ? 0x65 : 0x41)).putShort((short) i);
      film.add(new Mp4Sample(7L * i, 7, duration, 0, key), content.flip());
    }
  }

  private static Bytes bytes(String hex) {
    return Bytes.copyOf(HexFormat.of().parseHex(hex));
  }
}
