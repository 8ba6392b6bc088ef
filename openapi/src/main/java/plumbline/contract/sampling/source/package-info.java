/** Where samples are drawn from: the choices of a seed, the names of values, and texts for names and patterns. */
@NullMarked
package plumbline.contract.sampling.source;

import org.jspecify.annotations.NullMarked;
