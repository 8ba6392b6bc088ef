/** Cases made from a contract, by phase. */
@NullMarked
package plumbline.conformance.cases;

import org.jspecify.annotations.NullMarked;
