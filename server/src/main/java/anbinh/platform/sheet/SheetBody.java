package anbinh.platform.sheet;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says in the API's description that an operation takes a list, as CSV or as a workbook.
@RequestBody(
    required = true,
    content = {
      @Content(mediaType = SheetRows.CSV, schema = @Schema(type = "string")),
      @Content(mediaType = SheetRows.WORKBOOK, schema = @Schema(type = "string", format = "binary"))
    })
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface SheetBody {}
