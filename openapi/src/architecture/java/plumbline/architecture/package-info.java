/** What the main code of every module keeps to. */
package plumbline.architecture;
