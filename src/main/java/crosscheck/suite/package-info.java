/** All functional checks together. May use every package that has some. */
package crosscheck.suite;
