/**
 * Everything that is made up: the data set, what load needs beside it, and the feeder files, all from one seed. Produces
 * bytes in PostgreSQL's COPY format and knows no database. May use {@code configuration} and {@code contract}.
 *
 * <p>Random numbers come from {@link java.util.Random}, whose algorithm is fixed by its specification, so that a seed gives the
 * same bytes on every JDK.
 */
package crosscheck.data;
