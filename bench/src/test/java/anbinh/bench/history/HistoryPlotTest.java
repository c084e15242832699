package anbinh.bench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class HistoryPlotTest {
  private static final String NO_PEER = "errors ours=0.000 peer=- ratio=- goal=ours<=0.00 met";

  @Test
  void hasAPanelForEachLineAndAPointForEachMeasurement() throws Exception {
    Document svg =
        read(
            HistoryPlot.svg(
                List.of(
                    Measurements.of(Measurements.MET, 28, Machine.QUIET, "a <note> & more"),
                    Measurements.of(Measurements.MISSED, 29, Machine.BUSY, ""),
                    Measurements.of(NO_PEER, 29, Machine.QUIET, ""))));

    assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(2);
    NodeList points = svg.getElementsByTagName("circle");
    assertThat(points.getLength()).isEqualTo(3);
    assertThat(points.item(0).getTextContent())
        .contains("2026-11-28 commit28: 0.047 met")
        .endsWith("a <note> & more");
    assertThat(attribute(points, 0, "fill")).isNotEqualTo(attribute(points, 1, "fill"));
    assertThat(attribute(points, 0, "stroke")).isNotEqualTo(attribute(points, 1, "stroke"));
    assertThat(Double.parseDouble(attribute(points, 0, "cy")))
        .as("the better ratio stands lower")
        .isGreaterThan(Double.parseDouble(attribute(points, 1, "cy")));
  }

  @Test
  void isAnEmptySheetWithoutMeasurements() throws Exception {
    assertThat(read(HistoryPlot.svg(List.of())).getElementsByTagName("g").getLength()).isZero();
  }

  private static String attribute(NodeList points, int index, String name) {
    return ((Element) points.item(index)).getAttribute(name);
  }

  private static Document read(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
