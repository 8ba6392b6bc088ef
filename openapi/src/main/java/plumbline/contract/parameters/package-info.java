/** Values in paths, queries, headers and cookies: from text to JSON and back (OpenAPI, "Style Values"). */
@NullMarked
package plumbline.contract.parameters;

import org.jspecify.annotations.NullMarked;
