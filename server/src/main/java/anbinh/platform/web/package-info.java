/// The web: problems as RFC 9457 JSON and as pages, JSON's form, languages, the console's files.
@NullMarked
package anbinh.platform.web;

import org.jspecify.annotations.NullMarked;
