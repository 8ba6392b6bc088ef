/** What the engine takes for one exchange: {@code mvn -Pmicro-benchmarks verify}. */
@NullMarked
package plumbline.micro;

import org.jspecify.annotations.NullMarked;
