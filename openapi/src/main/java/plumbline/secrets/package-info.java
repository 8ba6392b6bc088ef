/** What nobody may read in an output: credentials, whatever they are called and however they are spelled. */
@NullMarked
package plumbline.secrets;

import org.jspecify.annotations.NullMarked;
