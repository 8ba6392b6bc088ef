/** Cases for each keyword and place in the schemas of requests, and random ones. */
@NullMarked
package plumbline.conformance.cases.coverage;

import org.jspecify.annotations.NullMarked;
